package io.github.kalshi4j.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.market.MarketStatus;
import org.junit.jupiter.api.Test;

final class MarketLifeTest {
  private final MarketLife life = new MarketLife();

  @Test
  void goesFromOpeningToPayout() {
    assertThat(life.status()).isEqualTo(MarketStatus.INITIALIZED);
    life.take(MarketStep.OPENED);
    assertThat(life.status()).isEqualTo(MarketStatus.ACTIVE);
    life.take(MarketStep.CLOSED);
    assertThat(life.isClosed()).isTrue();
    life.determine(Outcome.YES);
    assertThat(life.status()).isEqualTo(MarketStatus.DETERMINED);
    assertThat(life.outcome()).contains(Outcome.YES);
    life.take(MarketStep.SETTLED);
    assertThat(life.status()).isEqualTo(MarketStatus.FINALIZED);
  }

  @Test
  void isDeterminedAnewAfterADispute() {
    life.take(MarketStep.CLOSED);
    life.determine(Outcome.YES);
    life.take(MarketStep.DISPUTED);
    assertThat(life.outcome()).isEmpty();
    assertThat(life.allows(MarketStep.SETTLED)).isFalse();
    life.determine(Outcome.NO);
    assertThat(life.status()).isEqualTo(MarketStatus.AMENDED);
    life.take(MarketStep.SETTLED);
    assertThat(life.outcome()).contains(Outcome.NO);
  }

  @Test
  void refusesStepsThatDoNotLeadOn() {
    assertThatThrownBy(() -> life.take(MarketStep.SETTLED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("INITIALIZED");
    life.take(MarketStep.CLOSED);
    life.determine(Outcome.VOID);
    life.take(MarketStep.SETTLED);
    for (MarketStep step : MarketStep.values()) {
      assertThat(life.allows(step)).as(step.name()).isFalse();
    }
  }

  @Test
  void announcesWhatTheFeedAnnounces() {
    assertThat(MarketStep.OPENED.isAnnounced()).isFalse();
    assertThat(MarketStep.CLOSED.isAnnounced()).isFalse();
    assertThat(MarketStep.DETERMINED.isAnnounced()).isTrue();
  }
}
