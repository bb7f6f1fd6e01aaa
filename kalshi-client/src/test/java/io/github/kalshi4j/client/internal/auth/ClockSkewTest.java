package io.github.kalshi4j.client.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class ClockSkewTest {
  private static final Instant NOON = Instant.parse("2026-07-04T12:00:00Z");

  private final ClockSkew skew = new ClockSkew();

  /**
   * An answer that takes no time at all, at a time of ours, while the exchange is this far ahead.
   */
  private void answer(Instant ours, long aheadMillis) {
    skew.observe(ours.plusMillis(aheadMillis).truncatedTo(ChronoUnit.SECONDS), ours, ours);
  }

  private long offsetMillis() {
    return skew.offset().toMillis();
  }

  @Test
  void supposesNothingAtFirst() {
    assertThat(skew.offset()).isZero();
  }

  @Test
  void leavesAClockAloneThatMayBeRight() {
    skew.observe(NOON, NOON.plusMillis(990), NOON.plusMillis(1200));
    assertThat(skew.offset()).isZero();

    skew.observe(NOON.minusSeconds(1), NOON.minusMillis(100), NOON.plusMillis(100));
    assertThat(skew.offset()).isZero();
  }

  @Test
  void takesTheNearestTimeThatTheDateAllows() {
    // 12:00:30 to 12:00:31 there, when it was 12:00:00.1 to 12:00:00.3 here
    skew.observe(NOON.plusSeconds(30), NOON.plusMillis(100), NOON.plusMillis(300));
    assertThat(offsetMillis()).isEqualTo(29_700);

    skew.observe(NOON.minusSeconds(30), NOON.plusMillis(100), NOON.plusMillis(300));
    assertThat(offsetMillis()).isEqualTo(-29_100);
  }

  @Test
  void comesCloserWithEachAnswer() {
    answer(NOON, 2_500); // 2 to 3 s ahead
    assertThat(offsetMillis()).isEqualTo(2_000);

    answer(NOON.plusMillis(600), 2_500); // between 2.4 and 3.4 s
    assertThat(offsetMillis()).isBetween(2_399L, 2_400L);

    answer(NOON.plusMillis(1_400), 2_500); // between 1.6 and 2.6 s
    assertThat(offsetMillis()).isBetween(2_399L, 2_400L);
  }

  @Test
  void noticesAStepOfEitherClock() {
    answer(NOON, 0);
    answer(NOON.plusSeconds(1), 10_000);
    assertThat(offsetMillis()).isEqualTo(10_000);

    answer(NOON.plusSeconds(2), -10_000);
    assertThat(offsetMillis()).isBetween(-10_000L, -9_000L);

    answer(NOON.plusSeconds(3), 0);
    assertThat(skew.offset()).isZero();
  }

  @Test
  void noticesASmallStepAsSoonAsADateContradicts() {
    answer(NOON, 0);
    answer(NOON.minusMillis(1), 0); // so that they agree within a millisecond
    answer(NOON.plusMillis(10_500), 300);
    assertThat(skew.offset()).isZero();

    answer(NOON.plusMillis(10_800), 300);
    assertThat(offsetMillis()).isEqualTo(200);
  }

  @Test
  void trustsWhatIsOldLess() {
    answer(NOON, 2_000);
    answer(NOON.plusMillis(999), 2_000); // so that it is between 2 and 2.001 s
    assertThat(offsetMillis()).isBetween(1_999L, 2_000L);

    // An hour later, two cheap clocks may be 360 ms closer, and this date does not say otherwise.
    answer(NOON.plusSeconds(3_600).plusMillis(500), 1_700);
    assertThat(offsetMillis()).isBetween(1_639L, 1_641L);
  }

  @Test
  void believesAnAnswerThatRefusedOurTimeAlone() {
    answer(NOON, 0);
    answer(NOON.minusMillis(1), 0); // so that they agree within a millisecond

    skew.correct(NOON.plusSeconds(1), NOON.plusMillis(700), NOON.plusMillis(750));
    assertThat(offsetMillis()).isEqualTo(250);
    skew.correct(NOON.plusSeconds(1), NOON.plusMillis(1_700), NOON.plusMillis(1_750));
    assertThat(skew.offset()).isZero();
  }

  @Test
  void learnsNothingFromARequestDuringWhichOurClockWasSetBack() {
    skew.observe(NOON.plusSeconds(60), NOON, NOON.minusMillis(1));
    assertThat(skew.offset()).isZero();
  }

  @Test
  void bearsAnyDate() {
    Instant last = Instant.parse("9999-12-31T23:59:59Z");
    Instant first = Instant.parse("0000-01-01T00:00:00Z");

    skew.observe(last, NOON, NOON);
    assertThat(NOON.plus(skew.offset())).isEqualTo(last);
    skew.observe(first, NOON, NOON);
    assertThat(NOON.plus(skew.offset())).isEqualTo(first.plusSeconds(1));
    skew.observe(last, first, first);
    assertThat(first.plus(skew.offset())).isEqualTo(last);
  }
}
