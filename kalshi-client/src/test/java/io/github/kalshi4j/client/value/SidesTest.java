package io.github.kalshi4j.client.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SidesTest {
  @Test
  void bidsAreLongYesAndAsksLongNo() {
    assertThat(BookSide.BID.outcome()).isEqualTo(OutcomeSide.YES);
    assertThat(BookSide.ASK.outcome()).isEqualTo(OutcomeSide.NO);
    for (OutcomeSide outcome : OutcomeSide.values()) {
      assertThat(outcome.bookSide().outcome()).isEqualTo(outcome);
      assertThat(outcome.opposite().bookSide()).isEqualTo(outcome.bookSide().opposite());
    }
  }

  @Test
  void onlyNoPricesAreComplemented() {
    assertThat(OutcomeSide.YES.toYes(Price.of("0.43"))).isEqualTo(Price.of("0.43"));
    assertThat(OutcomeSide.NO.toYes(Price.of("0.43"))).isEqualTo(Price.of("0.57"));
  }

  @Test
  void haveTheExchangesWords() {
    assertThat(OutcomeSide.YES.wire()).isEqualTo("yes");
    assertThat(OutcomeSide.NO.wire()).isEqualTo("no");
    assertThat(BookSide.BID.wire()).isEqualTo("bid");
    assertThat(BookSide.ASK.wire()).isEqualTo("ask");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAProbabilityOutsideZeroToOne(double value) {
    assertThatThrownBy(() -> Probability.of(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Double.toString(value));
  }

  @Test
  void theOtherOutcomeHasTheRestOfTheProbability() {
    assertThat(Probability.of(0.25).complement()).isEqualTo(Probability.of(0.75));
    assertThat(Probability.of(0.25)).isLessThan(Probability.of(0.26)).hasToString("0.25");
  }
}
