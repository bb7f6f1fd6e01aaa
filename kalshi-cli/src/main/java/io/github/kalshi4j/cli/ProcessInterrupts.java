package io.github.kalshi4j.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The signals by which this process is told to end. While a command watches for them, its process
 * ends with the exit code of the command, which gets some seconds to come to its end; otherwise
 * they end the process at once, with the code of the signal.
 */
final class ProcessInterrupts implements Interrupts {
  private static final int PATIENCE_SECONDS = 40;

  private final CompletableFuture<Integer> code = new CompletableFuture<>();

  /** Takes the exit code: nothing is left to do but to end. */
  void finished(int exitCode) {
    code.complete(exitCode);
  }

  @Override
  public Watch onInterrupt(Runnable end) {
    Thread hook = new Thread(() -> end(end), "kalshi-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // the process is ending, and the hook waits for the code
      }
    };
  }

  private void end(Runnable end) {
    end.run();
    try {
      // The JVM would end with the code of the signal.
      Runtime.getRuntime().halt(code.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      // it does not come to its end: the signal ends it
    }
  }
}
