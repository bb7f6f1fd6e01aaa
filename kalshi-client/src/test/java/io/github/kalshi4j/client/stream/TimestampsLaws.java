package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TimestampsLaws {
  @Property(tries = 500)
  void readsBackEveryMicrosecond(@ForAll @LongRange(max = 253_402_300_799_999_999L) long micros) {
    String text = Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    assertThat(Timestamps.micros(text)).isEqualTo(micros);
  }
}
