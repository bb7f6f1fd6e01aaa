package io.github.kalshi4j.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers why it failed, which a {@link java.io.PrintStream} does not tell.
 * A reader that has seen enough ({@code | head}) is no failure: what it would have read is dropped.
 * A {@link java.io.PrintStream} tells by {@code checkError()} that nothing can be written any more.
 */
final class StandardOutput extends OutputStream {
  private final OutputStream target;
  private @Nullable IOException failure;

  StandardOutput(OutputStream target) {
    this.target = target;
  }

  /** Returns why output was lost; empty if none was, or nobody wanted it any more. */
  Optional<String> problem() {
    if (failure == null || isClosedPipe(failure)) {
      return Optional.empty();
    }
    return Optional.of(Failures.describe(failure));
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (failure != null) {
      return;
    }
    try {
      target.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IOException if what was written before was lost
   */
  @Override
  public void flush() throws IOException {
    if (failure == null) {
      try {
        target.flush();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static boolean isClosedPipe(IOException failure) {
    String message = failure.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains("broken pipe");
  }
}
