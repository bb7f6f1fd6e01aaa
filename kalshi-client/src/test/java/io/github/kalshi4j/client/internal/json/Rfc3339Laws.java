package io.github.kalshi4j.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

final class Rfc3339Laws {
  @Property
  void readsBackEveryTimeThatIsWritten(
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long seconds,
      @ForAll @IntRange(max = 999_999_999) int nanos) {
    Instant time = Instant.ofEpochSecond(seconds, nanos);

    assertThat(Rfc3339.parse(time.toString())).isEqualTo(time);
  }

  @Property
  void agreesWithTheJdkOnWhatIsATime(@ForAll("nearlyTimes") String text) {
    Instant expected;
    try {
      expected = OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      expected = null;
    }
    Instant actual;
    try {
      actual = Rfc3339.parse(text);
    } catch (DateTimeException e) {
      actual = null;
    }

    assertThat(actual).as(text).isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> nearlyTimes() {
    Arbitrary<String> dates =
        Combinators.combine(
                Arbitraries.integers().between(1960, 2100),
                Arbitraries.integers().between(0, 13),
                Arbitraries.integers().between(0, 32))
            .as((y, m, d) -> "%04d-%02d-%02d".formatted(y, m, d));
    Arbitrary<String> times =
        Combinators.combine(
                Arbitraries.integers().between(0, 23),
                Arbitraries.integers().between(0, 60),
                Arbitraries.integers().between(0, 60))
            .as((h, m, s) -> "%02d:%02d:%02d".formatted(h, m, s));
    Arbitrary<String> fractions =
        Arbitraries.of("", ".1", ".123", ".123456", ".123456789", ".1234567890", ".x", "x");
    Arbitrary<String> zones = Arbitraries.of("Z", "Z", "Z", "+01:00", "-05:00", "", "z");
    return Combinators.combine(dates, Arbitraries.of("T", "T", " "), times, fractions, zones)
        .as((date, t, time, fraction, zone) -> date + t + time + fraction + zone);
  }
}
