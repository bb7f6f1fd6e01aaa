package io.github.kalshi4j.risk;

import static io.github.kalshi4j.client.value.OutcomeSide.NO;
import static io.github.kalshi4j.client.value.OutcomeSide.YES;
import static io.github.kalshi4j.risk.FakeAccount.NOON;
import static io.github.kalshi4j.risk.FakeAccount.entry;
import static io.github.kalshi4j.risk.FakeAccount.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.fee.BalancePrecision;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.risk.Verdict.Decision;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Intent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RiskRulesTest {
  private static final Quantity FIVE = Quantity.ofContracts(5);

  private final FakeAccount account = new FakeAccount();

  @Test
  void thePositionLimitCountsWhatIsHeldAndWhatIsPending() {
    account.position = held(YES, "40.00", "20", "0.5");
    account.pending = Quantity.of("7.50");
    Verdict verdict =
        new PositionPerMarket(Quantity.ofContracts(50)).check(entry(YES, "0.50"), FIVE, account);
    assertThat(verdict.decision()).isEqualTo(new Decision.Reduced(Quantity.of("2.50")));
    assertThat(verdict.figures())
        .containsExactly(
            new Figure("limit", "50.00"),
            new Figure("held", "40.00"),
            new Figure("pending", "7.50"),
            new Figure("requested", "5.00"),
            new Figure("fits", "2.50"));
  }

  @Test
  void aFullPositionDeniesAndAnExactFitIsApproved() {
    PositionPerMarket rule = new PositionPerMarket(Quantity.ofContracts(50));
    account.position = held(YES, "45.00", "20", "0.5");
    assertThat(rule.check(entry(YES, "0.50"), FIVE, account).decision())
        .isEqualTo(Decision.APPROVED);
    account.position = held(YES, "50.00", "20", "0.5");
    assertThat(rule.check(entry(YES, "0.50"), FIVE, account).decision())
        .isInstanceOf(Decision.Denied.class);
    account.position = held(YES, "51.00", "20", "0.5");
    assertThat(rule.check(entry(YES, "0.50"), FIVE, account).decision())
        .isInstanceOf(Decision.Denied.class);
  }

  @Test
  void theOppositeOutcomeIsDeniedUntilFlat() {
    OneSidePerMarket rule = new OneSidePerMarket();
    account.position = held(YES, "1.00", "0.5", "0.02");
    assertThat(rule.check(entry(NO, "0.50"), FIVE, account).decision())
        .isEqualTo(new Decision.Denied("the opposite outcome is held"));
    assertThat(rule.check(entry(YES, "0.50"), FIVE, account).decision())
        .isEqualTo(Decision.APPROVED);
    account.position = held(YES, "0.00", "0", "0");
    assertThat(rule.check(entry(NO, "0.50"), FIVE, account).decision())
        .isEqualTo(Decision.APPROVED);
  }

  @Test
  void theExposureOfAnEntryIsItsLimitPriceAndItsFee() {
    // 5 contracts at 0.50 cost 2.50 and a fee of 0.0875.
    account.exposure = Money.of("497.4125");
    TotalExposure rule = new TotalExposure(Money.ofDollars(500));
    assertThat(rule.check(entry(YES, "0.50"), FIVE, account).decision())
        .isEqualTo(Decision.APPROVED);
    account.exposure = Money.of("497.4126");
    Verdict verdict = rule.check(entry(YES, "0.50"), FIVE, account);
    assertThat(verdict.decision()).isEqualTo(new Decision.Reduced(Quantity.of("4.99")));
    assertThat(verdict.figures())
        .containsExactly(
            new Figure("limit", "500.000000"),
            new Figure("exposure", "497.412600"),
            new Figure("price", "0.5000"),
            new Figure("cost", "2.495000"),
            new Figure("fee", "0.087400"),
            new Figure("requested", "5.00"),
            new Figure("fits", "4.99"));
  }

  @Test
  void aNoEntryIsPricedInItsOwnOutcome() {
    account.cash = Money.of("1.0658");
    AvailableCash rule = new AvailableCash();
    // 5 × 0.20 and a fee of 0.07 × 5 × 0.20 × 0.80 = 0.056.
    assertThat(rule.check(entry(NO, "0.20"), FIVE, account).decision())
        .isEqualTo(Decision.APPROVED);
    assertThat(rule.check(entry(NO, "0.80"), FIVE, account).decision())
        .isEqualTo(new Decision.Reduced(Quantity.of("1.31")));
  }

  @Test
  void cashDeniesWhereNotAHundredthOfAContractFits() {
    account.cash = Money.of("0.0051");
    assertThat(new AvailableCash().check(entry(YES, "0.50"), FIVE, account).decision())
        .isEqualTo(new Decision.Denied("the cash does not reach"));
    account.cash = Money.of("-3");
    assertThat(new AvailableCash().check(entry(YES, "0.50"), FIVE, account).decision())
        .isEqualTo(new Decision.Denied("the cash does not reach"));
  }

  @Test
  void aBrokersCentsAreCounted() {
    account.precision = BalancePrecision.BROKER;
    account.cash = Money.of("2.5899");
    Verdict verdict = new AvailableCash().check(entry(YES, "0.50"), FIVE, account);
    // 2.50 + 0.0875 is aligned to 2.59, which is more than there is.
    assertThat(verdict.decision()).isInstanceOf(Decision.Reduced.class);
  }

  @Test
  void anEntryWhoseFeeHasNoFormulaIsDenied() {
    account.fees = new FeeSchedule(FeeType.FLAT, BigDecimal.ONE);
    assertThat(
            new TotalExposure(Money.ofDollars(500))
                .check(entry(YES, "0.50"), FIVE, account)
                .decision())
        .isEqualTo(new Decision.Denied("the fee cannot be computed"));
    assertThat(new AvailableCash().check(entry(YES, "0.50"), FIVE, account).decision())
        .isEqualTo(new Decision.Denied("the fee cannot be computed"));
  }

  @Test
  void theCooldownEndsExactlyAfterItsDuration() {
    Cooldown rule = new Cooldown(Duration.ofSeconds(2));
    Intent.Enter entry = entry(YES, "0.50");
    assertThat(rule.check(entry, FIVE, account).decision()).isEqualTo(Decision.APPROVED);
    account.lastEntry = Optional.of(NOON);
    account.now = NOON.plusMillis(1999);
    assertThat(rule.check(entry, FIVE, account).decision())
        .isEqualTo(new Decision.Denied("the last entry is too recent"));
    account.now = NOON.plusMillis(2000);
    assertThat(rule.check(entry, FIVE, account).decision()).isEqualTo(Decision.APPROVED);
  }

  @Test
  void aReversalIsExemptFromTheCooldown() {
    account.lastEntry = Optional.of(NOON);
    assertThat(
            new Cooldown(Duration.ofSeconds(2))
                .check(entry(YES, "0.50").asReversal(), FIVE, account)
                .decision())
        .isEqualTo(Decision.APPROVED);
  }

  @Test
  void oneEntryIsInFlightAtATime() {
    account.pending = Quantity.of("0.01");
    assertThat(new OneEntryInFlight().check(entry(YES, "0.50"), FIVE, account).decision())
        .isEqualTo(new Decision.Denied("an entry is in flight"));
    account.pending = Quantity.ZERO;
    assertThat(new OneEntryInFlight().check(entry(YES, "0.50"), FIVE, account).decision())
        .isEqualTo(Decision.APPROVED);
  }

  @Test
  void nothingIsEnteredWhileExiting() {
    account.exiting = true;
    assertThat(new NoEntryWhileExiting().check(entry(YES, "0.50"), FIVE, account).decision())
        .isEqualTo(new Decision.Denied("the position is being left"));
    account.exiting = false;
    assertThat(new NoEntryWhileExiting().check(entry(YES, "0.50"), FIVE, account).decision())
        .isEqualTo(Decision.APPROVED);
  }

  @Test
  void limitsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new TotalExposure(Money.of("-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("negative exposure limit: -1.000000");
    assertThatThrownBy(() -> new Cooldown(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("negative cooldown");
  }
}
