package io.github.kalshi4j.engine.tape.bytes;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is not sound gzip; the message says how, without the file's name. */
public final class GzipException extends IOException {
  private static final long serialVersionUID = 1L;

  public GzipException(String problem) {
    this(problem, null);
  }

  public GzipException(String problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
