package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.time.TimeSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ManualTime time = new ManualTime();

  private Progress progress(boolean terminal) {
    return new Progress(new PrintStream(err, true, StandardCharsets.UTF_8), terminal, time);
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void keepsQuietWhereNobodyWatches() {
    try (Progress progress = progress(false)) {
      time.advance(Duration.ofMinutes(1));
      progress.at(1, 24, "replaying a");
    }
    assertThat(shown()).isEmpty();
  }

  @Test
  void keepsQuietAboutShortWork() {
    try (Progress progress = progress(true)) {
      time.advance(Duration.ofMillis(999));
      progress.at(1, 24, "replaying a");
    }
    assertThat(shown()).isEmpty();
  }

  @Test
  void showsLongWorkOnOneLineAndClearsIt() {
    try (Progress progress = progress(true)) {
      time.advance(Duration.ofSeconds(1));
      progress.at(1, 24, "replaying a");
      progress.at(2, 24, "replaying b");
      time.advance(Duration.ofMillis(200));
      progress.at(3, 24, "replaying c");
    }
    assertThat(shown())
        .isEqualTo("\r\u001b[K1 of 24, replaying a\r\u001b[K3 of 24, replaying c\r\u001b[K");
  }

  /** A clock that moves when told to. */
  private static final class ManualTime implements TimeSource {
    private long nanos = Long.MAX_VALUE - 5; // overflows soon, as nanoTime may

    void advance(Duration duration) {
      nanos += duration.toNanos();
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public long nanoTime() {
      return nanos;
    }

    @Override
    public void sleep(Duration duration) {
      advance(duration);
    }
  }
}
