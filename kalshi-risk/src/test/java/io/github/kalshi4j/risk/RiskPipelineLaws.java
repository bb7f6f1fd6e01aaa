package io.github.kalshi4j.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.fee.BalancePrecision;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.risk.breaker.CircuitBreaker;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.Position;
import io.github.kalshi4j.strategy.Signal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class RiskPipelineLaws {
  private static final Quantity POSITION_LIMIT = Quantity.ofContracts(50);
  private static final Money EXPOSURE_LIMIT = Money.ofDollars(500);
  private static final Duration COOLDOWN = Duration.ofSeconds(2);
  private static final Money DAILY_LOSS = Money.ofDollars(50);

  @Property(tries = 500)
  void riskNeverApprovesPastALimit(
      @ForAll("accounts") FakeAccount account,
      @ForAll("entries") Intent.Enter entry,
      @ForAll("quantities") Quantity requested) {
    CircuitBreaker breaker = CircuitBreaker.dailyLoss(DAILY_LOSS);
    breaker.observe(FakeAccount.NOON, Money.ofDollars(10_000));
    Assessment assessment = pipeline(breaker).assess(entry, requested, account);
    Quantity approved = assessment.approved();
    if (approved.isZero()) {
      return;
    }
    assertThat(approved).isLessThanOrEqualTo(requested);
    assertThat(account.position.quantity().plus(account.pending).plus(approved))
        .isLessThanOrEqualTo(POSITION_LIMIT);
    assertThat(account.exposure.plus(worstCase(account, entry, approved)))
        .isLessThanOrEqualTo(EXPOSURE_LIMIT);
    assertThat(worstCase(account, entry, approved)).isLessThanOrEqualTo(account.cash);
    assertThat(account.position.isOn(entry.side().opposite())).isFalse();
    assertThat(account.exiting).isFalse();
    assertThat(account.pending.isZero()).isTrue();
    assertThat(
            entry.reversal()
                || account.lastEntry.isEmpty()
                || !account.lastEntry.get().plus(COOLDOWN).isAfter(account.now))
        .isTrue();
    assertThat(Money.ofDollars(10_000).minus(account.equity)).isLessThan(DAILY_LOSS);
  }

  @Property(tries = 300)
  void aReductionIsTheLargestThatFits(
      @ForAll("accounts") FakeAccount account,
      @ForAll("entries") Intent.Enter entry,
      @ForAll("quantities") Quantity requested) {
    Quantity approved =
        RiskPipeline.of(new AvailableCash()).assess(entry, requested, account).approved();
    if (approved.compareTo(requested) < 0) {
      Quantity more = approved.plus(Quantity.ofHundredths(1));
      assertThat(worstCase(account, entry, more)).isGreaterThan(account.cash);
    }
  }

  @Property(tries = 300)
  void askingForMoreNeverApprovesLess(
      @ForAll("accounts") FakeAccount account,
      @ForAll("entries") Intent.Enter entry,
      @ForAll("quantities") Quantity less,
      @ForAll("quantities") Quantity more) {
    Quantity approvedOfLess =
        pipeline(CircuitBreaker.dailyLoss(DAILY_LOSS)).assess(entry, less, account).approved();
    Quantity approvedOfMore =
        pipeline(CircuitBreaker.dailyLoss(DAILY_LOSS))
            .assess(entry, less.plus(more), account)
            .approved();
    assertThat(approvedOfMore).isGreaterThanOrEqualTo(approvedOfLess);
    // and what was approved is approved again when it alone is asked for
    if (!approvedOfMore.isZero()) {
      assertThat(
              pipeline(CircuitBreaker.dailyLoss(DAILY_LOSS))
                  .assess(entry, approvedOfMore, account)
                  .approved())
          .isEqualTo(approvedOfMore);
    }
  }

  @Property(tries = 100)
  void quantitiesBeyondAllMoneyAreBoundedToo(
      @ForAll("accounts") FakeAccount account, @ForAll("entries") Intent.Enter entry) {
    Quantity requested = Quantity.ofHundredths(Long.MAX_VALUE);
    Quantity approved =
        RiskPipeline.of(new TotalExposure(EXPOSURE_LIMIT))
            .assess(entry, requested, account)
            .approved();
    if (!approved.isZero()) {
      assertThat(account.exposure.plus(worstCase(account, entry, approved)))
          .isLessThanOrEqualTo(EXPOSURE_LIMIT);
    }
  }

  private static RiskPipeline pipeline(CircuitBreaker breaker) {
    return RiskPipeline.of(
        new OneSidePerMarket(),
        new OneEntryInFlight(),
        new NoEntryWhileExiting(),
        new PositionPerMarket(POSITION_LIMIT),
        new TotalExposure(EXPOSURE_LIMIT),
        new AvailableCash(),
        new Cooldown(COOLDOWN),
        breaker);
  }

  private static Money worstCase(FakeAccount account, Intent.Enter entry, Quantity quantity) {
    Money fee =
        account.fees.estimate(
            Liquidity.TAKER,
            entry.side().bookSide(),
            entry.side().toYes(entry.limit()),
            quantity,
            account.precision);
    return entry.limit().times(quantity).plus(fee);
  }

  @Provide
  Arbitrary<FakeAccount> accounts() {
    Arbitrary<Money> amounts =
        Arbitraries.longs().between(-5_000_000, 600_000_000).map(Money::ofMicros);
    Arbitrary<Quantity> held = Arbitraries.longs().between(0, 6_000).map(Quantity::ofHundredths);
    Arbitrary<Long> rarelyPending =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just(0L)), Tuple.of(1, Arbitraries.longs().between(0, 6_000)));
    return Combinators.combine(
            held,
            Arbitraries.of(OutcomeSide.class),
            rarelyPending,
            amounts,
            amounts,
            Arbitraries.longs().between(9_940_000_000L, 10_100_000_000L),
            Arbitraries.longs().between(0, 4_000),
            Arbitraries.of(BalancePrecision.class))
        .as((quantity, side, pending, exposure, cash, equity, sinceEntry, precision) -> {
          FakeAccount account = new FakeAccount();
          account.position =
              new Position(FakeAccount.MARKET, side, quantity, Money.ZERO, Money.ZERO);
          account.pending = Quantity.ofHundredths(pending);
          account.exiting = sinceEntry % 5 == 0;
          account.exposure = exposure;
          account.cash = cash;
          account.equity = Money.ofMicros(equity);
          account.lastEntry = Optional.of(account.now.minusMillis(sinceEntry));
          account.precision = precision;
          account.fees = new FeeSchedule(FeeType.QUADRATIC, BigDecimal.valueOf(sinceEntry, 3));
          return account;
        });
  }

  @Provide
  Arbitrary<Intent.Enter> entries() {
    return Combinators.combine(
            Arbitraries.of(OutcomeSide.class),
            Arbitraries.longs().between(1, 9_999).map(Price::ofCenticents),
            Arbitraries.of(true, false))
        .as((side, limit, reversal) -> {
          Intent.Enter entry =
              Intent.Enter.immediateOrCancel(
                  FakeAccount.MARKET, side, limit, new Signal("law", side, 1, List.of()));
          return reversal ? entry.asReversal() : entry;
        });
  }

  @Provide
  Arbitrary<Quantity> quantities() {
    return Arbitraries.longs().between(1, 200_000).map(Quantity::ofHundredths);
  }
}
