package io.github.kalshi4j.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets long work end well when the process is asked to end (Ctrl-C, SIGTERM): its thread is
 * interrupted, and the end waits until this is closed, for a while.
 */
final class EndOfProcess implements AutoCloseable {
  private static final long LIMIT_SECONDS = 40;

  private final Thread worker;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::end, "kalshi-end");
  private volatile boolean asked;

  private EndOfProcess(Thread worker) {
    this.worker = worker;
  }

  /** Watches over the work of the calling thread from now on. */
  static EndOfProcess interrupts() {
    var end = new EndOfProcess(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(end.hook);
    return end;
  }

  /** Returns whether the process has been asked to end. */
  boolean isAsked() {
    return asked;
  }

  private void end() {
    asked = true;
    worker.interrupt();
    try {
      boolean unused = closed.await(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook has seen this closed.
    }
  }
}
