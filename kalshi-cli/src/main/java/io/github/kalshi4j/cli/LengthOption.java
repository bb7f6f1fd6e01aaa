package io.github.kalshi4j.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long a command goes on that otherwise goes on until it is stopped. */
final class LengthOption {
  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = Converters.Span.class,
      description = "End after this time, such as 90s, 30m or 2h (default: when stopped).")
  private @Nullable Duration length;

  /** Returns how long; null to go on until it is stopped. */
  @Nullable Duration length() {
    return length;
  }
}
