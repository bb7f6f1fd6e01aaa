package io.github.kalshi4j.engine.tape.format;

import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.engine.tape.bytes.GzipException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
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

  public static TapeException at(Path file, String problem) {
    return new TapeException(file + ": " + problem);
  }

  public static TapeException at(Path file, String problem, Throwable cause) {
    return new TapeException(file + ": " + problem, cause);
  }

  /** Returns why a file cannot be read: how it is damaged, or what came between. */
  public static String readFailure(IOException failure) {
    return failure instanceof GzipException damage
        ? String.valueOf(damage.getMessage())
        : "cannot be read: " + reason(failure);
  }

  /** Returns the reason of a failure, which the JDK sometimes gives by the type alone. */
  public static String reason(Throwable failure) {
    String type = failure.getClass().getSimpleName();
    String message = failure.getMessage();
    return switch (failure) {
      case KalshiException e when message != null -> message;
      case AccessDeniedException e -> "permission denied: " + message;
      default -> message == null ? type : type + ": " + message;
    };
  }

  /** Puts a message on one line, without what a JSON parser says of a source it does not show. */
  private static String oneLine(String message) {
    return message
        .replaceAll(" \\(start marker at \\[Source: [^]]*]\\)", "")
        .replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
