package io.github.kalshi4j.engine.tape;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A tape, or a recording to be imported, that cannot be read, written or trusted. The message is
 * one line that names the file, the place in it where there is one, and what is wrong.
 */
public final class TapeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TapeException(String message) {
    this(message, null);
  }

  public TapeException(String message, @Nullable Throwable cause) {
    super(oneLine(message), cause);
  }

  static TapeException at(Path file, String problem) {
    return new TapeException(file + ": " + problem);
  }

  static TapeException at(Path file, String problem, Throwable cause) {
    return new TapeException(file + ": " + problem, cause);
  }

  /** Returns the reason of an I/O failure, which the JDK sometimes gives by the type alone. */
  static String reason(Throwable failure) {
    String type = failure.getClass().getSimpleName();
    String message = failure.getMessage();
    return message == null ? type : type + ": " + message;
  }

  private static String oneLine(String message) {
    return message.indexOf('\n') < 0 && message.indexOf('\r') < 0
        ? message
        : message.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
