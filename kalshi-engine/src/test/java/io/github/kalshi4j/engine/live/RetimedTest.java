package io.github.kalshi4j.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.engine.clock.EpochNanos;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RetimedTest {
  private static final Instant START = Instant.parse("2026-05-11T05:00:00.000000001Z");

  private final ManualTimeSource clock = ManualTimeSource.at(START);
  private final HeardFrames frames = new HeardFrames();
  private final Retimed retimed = new Retimed(clock, frames);

  @Test
  void everythingComesAtTheTimeOfTheClock() {
    HeardFrames.play(retimed);

    long nanos = EpochNanos.of(START);
    assertThat(frames.heard())
        .containsExactly(nanos + " connected", nanos + " {}", nanos + " disconnected: reset");
  }

  @Test
  void theClockIsReadAnewForEachFrame() {
    byte[] frame = "{}".getBytes(StandardCharsets.UTF_8);
    retimed.onFrame(7, frame, 0, frame.length);
    clock.advance(Duration.ofMillis(20));
    retimed.onFrame(7, frame, 0, frame.length);

    long nanos = EpochNanos.of(START);
    assertThat(frames.heard()).containsExactly(nanos + " {}", nanos + 20_000_000 + " {}");
  }
}
