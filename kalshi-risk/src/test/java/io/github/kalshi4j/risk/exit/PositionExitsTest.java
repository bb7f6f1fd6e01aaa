package io.github.kalshi4j.risk.exit;

import static io.github.kalshi4j.client.value.OutcomeSide.NO;
import static io.github.kalshi4j.client.value.OutcomeSide.YES;
import static io.github.kalshi4j.risk.FakeAccount.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.risk.FakeAccount;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Position;
import io.github.kalshi4j.strategy.Signal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PositionExitsTest {
  private static final Price TWO_CENTS = Price.ofCents(2);
  private static final StopLoss STOP = new StopLoss(TWO_CENTS, true);
  private static final TrailingStop TRAIL = new TrailingStop(TWO_CENTS, Price.ZERO);
  private static final Position FLAT = Position.flat(FakeAccount.MARKET);

  /** Five contracts bought at 0.50 with the fee of 0.0175 each. */
  private static final Position BOUGHT = held(YES, "5.00", "2.50", "0.0875");

  @Test
  void theTrailActsBeforeTheStop() {
    // Momentum's defaults on a book of one cent spread: bought at the ask, 0.50, while 0.49 is bid.
    PositionExits exits = new PositionExits(List.of(STOP, TRAIL));
    assertThat(exits.onUpdate(BOUGHT, Price.of("0.49"))).isEmpty();
    assertThat(exits.onUpdate(BOUGHT, Price.of("0.48"))).isEmpty();
    ExitTrigger exit = exits.onUpdate(BOUGHT, Price.of("0.47")).orElseThrow();
    assertThat(exit.rule()).isEqualTo("trailingStop");
    assertThat(exit.figures())
        .containsExactly(
            new Figure("side", "yes"),
            new Figure("quantity", "5.00"),
            new Figure("entry", "0.500000"),
            new Figure("feePerContract", "0.017500"),
            new Figure("highest", "0.4900"),
            new Figure("bid", "0.4700"),
            new Figure("stopLossTrigger", "0.462500"),
            new Figure("trailingStopTrigger", "0.470000"));
  }

  @Test
  void theHigherTriggerIsNamedWhereTheBidFallsThroughBoth() {
    PositionExits exits = new PositionExits(List.of(STOP, TRAIL));
    exits.onUpdate(BOUGHT, Price.of("0.49"));
    assertThat(exits.onUpdate(BOUGHT, Price.of("0.30")))
        .map(ExitTrigger::rule)
        .contains("trailingStop");
  }

  @Test
  void theStopCountsTheFeePaid() {
    PositionExits exits = new PositionExits(List.of(STOP));
    assertThat(exits.onUpdate(BOUGHT, Price.of("0.4626"))).isEmpty();
    assertThat(exits.onUpdate(BOUGHT, Price.of("0.4625")))
        .map(ExitTrigger::rule)
        .contains("stopLoss");
  }

  @Test
  void theStopCanLeaveTheFeeOut() {
    PositionExits exits = new PositionExits(List.of(new StopLoss(TWO_CENTS, false)));
    assertThat(exits.onUpdate(BOUGHT, Price.of("0.4801"))).isEmpty();
    assertThat(exits.onUpdate(BOUGHT, Price.of("0.48"))).isPresent();
  }

  @Test
  void anEntryPriceThatIsAFractionIsComparedExactly() {
    // Three contracts for 1.00: an entry of 0.333333…, a stop at 0.313333….
    Position thirds = held(YES, "3.00", "1.00", "0");
    PositionExits exits = new PositionExits(List.of(STOP));
    assertThat(exits.onUpdate(thirds, Price.of("0.3134"))).isEmpty();
    assertThat(exits.onUpdate(thirds, Price.of("0.3133"))).isPresent();
  }

  @Test
  void addsDoNotResetTheHighest() {
    PositionExits exits = new PositionExits(List.of(TRAIL));
    exits.onUpdate(BOUGHT, Price.of("0.55"));
    Position more = held(YES, "10.00", "5.20", "0.17");
    exits.onFill(more);
    exits.onUpdate(more, Price.of("0.54"));
    assertThat(exits.highest()).contains(Price.of("0.55"));
    assertThat(exits.onUpdate(more, Price.of("0.53"))).isPresent();
  }

  @Test
  void aPartialCloseKeepsTheExitDue() {
    PositionExits exits = new PositionExits(List.of(TRAIL));
    exits.onUpdate(BOUGHT, Price.of("0.50"));
    Optional<ExitTrigger> exit = exits.onUpdate(BOUGHT, Price.of("0.48"));
    assertThat(exit).isPresent();
    Position rest = held(YES, "2.00", "1.00", "0.035");
    exits.onFill(rest);
    assertThat(exits.onUpdate(rest, Price.of("0.52"))).isEqualTo(exit);
    assertThat(exits.onUpdate(rest, null)).isEqualTo(exit);
    assertThat(exits.isFired()).isTrue();
    assertThat(exits.onUpdate(FLAT, Price.of("0.52"))).isEmpty();
    assertThat(exits.isFired()).isFalse();
  }

  @Test
  void aNewPositionStartsANewHighest() {
    PositionExits exits = new PositionExits(List.of(TRAIL));
    exits.onUpdate(BOUGHT, Price.of("0.60"));
    exits.onFill(FLAT);
    exits.onFill(BOUGHT);
    assertThat(exits.highest()).isEmpty();
    assertThat(exits.onUpdate(BOUGHT, Price.of("0.50"))).isEmpty();
    assertThat(exits.highest()).contains(Price.of("0.50"));
  }

  @Test
  void theOtherOutcomeIsANewPosition() {
    PositionExits exits = new PositionExits(List.of(TRAIL));
    exits.onUpdate(BOUGHT, Price.of("0.60"));
    assertThat(exits.onUpdate(held(NO, "1.00", "0.45", "0"), Price.of("0.40"))).isEmpty();
    assertThat(exits.highest()).contains(Price.of("0.40"));
  }

  @Test
  void nothingFiresWhereNobodyBids() {
    PositionExits exits = new PositionExits(List.of(STOP, TRAIL));
    exits.onUpdate(BOUGHT, Price.of("0.49"));
    assertThat(exits.onUpdate(BOUGHT, null)).isEmpty();
    assertThat(exits.highest()).contains(Price.of("0.49"));
    assertThat(exits.onUpdate(BOUGHT, Price.of("0.40"))).isPresent();
  }

  @Test
  void theHighestStartsWithTheFirstBid() {
    PositionExits exits = new PositionExits(List.of(TRAIL));
    assertThat(exits.onUpdate(BOUGHT, null)).isEmpty();
    assertThat(exits.highest()).isEmpty();
    assertThat(exits.onUpdate(BOUGHT, Price.of("0.30"))).isEmpty();
    assertThat(exits.highest()).contains(Price.of("0.30"));
  }

  @Test
  void anActivatedTrailWaitsForItsProfit() {
    PositionExits exits = new PositionExits(List.of(new TrailingStop(TWO_CENTS, Price.ofCents(3))));
    exits.onUpdate(BOUGHT, Price.of("0.5299"));
    assertThat(exits.onUpdate(BOUGHT, Price.of("0.40"))).isEmpty();
    exits.onUpdate(BOUGHT, Price.of("0.53"));
    assertThat(exits.onUpdate(BOUGHT, Price.of("0.5101"))).isEmpty();
    assertThat(exits.onUpdate(BOUGHT, Price.of("0.51"))).isPresent();
  }

  @Test
  void aReversalNeedsAnOppositeSignalOfEnoughConfidence() {
    Reversal reversal = new Reversal(0.5);
    assertThat(reversal.check(BOUGHT, signal(0.5, false)))
        .map(ExitTrigger::rule)
        .contains("reversal");
    assertThat(reversal.check(BOUGHT, signal(0.49, false))).isEmpty();
    assertThat(reversal.check(BOUGHT, signal(1, true))).isEmpty();
    assertThat(reversal.check(FLAT, signal(1, false))).isEmpty();
  }

  @Test
  void distancesOfNothingAreRefused() {
    assertThatThrownBy(() -> new StopLoss(Price.ZERO, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TrailingStop(Price.ZERO, Price.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Reversal(1.5)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Signal signal(double confidence, boolean yes) {
    return new Signal("convergence", yes ? YES : NO, confidence, List.of());
  }
}
