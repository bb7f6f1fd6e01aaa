package io.github.kalshi4j.risk.breaker;

import static io.github.kalshi4j.client.value.OutcomeSide.YES;
import static io.github.kalshi4j.risk.FakeAccount.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.risk.FakeAccount;
import io.github.kalshi4j.risk.Verdict;
import io.github.kalshi4j.strategy.Figure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private static final Instant MORNING = Instant.parse("2026-07-04T14:00:00Z");
  private static final Instant LAST_OF_DAY = Instant.parse("2026-07-05T03:59:59.999Z");
  private static final Instant NEXT_DAY = Instant.parse("2026-07-05T04:00:00Z");

  private final FakeAccount account = new FakeAccount();
  private final CircuitBreaker breaker = CircuitBreaker.dailyLoss(Money.ofDollars(50));

  @Test
  void tripsAtItsLimitAndNotBefore() {
    breaker.observe(MORNING, Money.ofDollars(1_000));
    breaker.observe(MORNING, Money.of("950.000001"));
    assertThat(breaker.trip()).isEmpty();
    breaker.observe(MORNING.plusSeconds(1), Money.ofDollars(950));
    assertThat(breaker.trip())
        .contains(
            new Trip(
                MORNING.plusSeconds(1),
                Money.ofDollars(950),
                Money.ofDollars(1_000),
                Money.ofDollars(50),
                Money.ofDollars(50)));
  }

  @Test
  void deniesEntriesOnceTrippedAndStaysSo() {
    account.equity = Money.ofDollars(1_000);
    account.now = MORNING;
    assertThat(check().decision()).isEqualTo(Verdict.Decision.APPROVED);
    breaker.observe(MORNING, Money.ofDollars(900));
    account.equity = Money.ofDollars(2_000);
    Verdict verdict = check();
    assertThat(verdict.decision())
        .isEqualTo(new Verdict.Decision.Denied("the breaker tripped at 2026-07-04T14:00:00Z"));
    assertThat(verdict.figures())
        .containsExactly(
            new Figure("limit", "50.000000"),
            new Figure("loss", "100.000000"),
            new Figure("dayStartEquity", "1000.000000"),
            new Figure("equity", "900.000000"));
  }

  @Test
  void looksAtTheAccountBeforeItAnswers() {
    breaker.observe(MORNING, Money.ofDollars(1_000));
    account.now = MORNING;
    account.equity = Money.ofDollars(950);
    assertThat(check().decision()).isInstanceOf(Verdict.Decision.Denied.class);
    assertThat(breaker.trip()).isPresent();
  }

  @Test
  void aDayStartsWithTheLastEquityOfTheDayBefore() {
    breaker.observe(MORNING, Money.ofDollars(1_000));
    breaker.observe(LAST_OF_DAY, Money.ofDollars(970));
    breaker.observe(NEXT_DAY, Money.ofDollars(930));
    assertThat(breaker.trip()).isEmpty();
    breaker.observe(NEXT_DAY, Money.ofDollars(920));
    assertThat(breaker.trip()).map(Trip::dayStartEquity).contains(Money.ofDollars(970));
  }

  @Test
  void theTurnOfTheDayDoesNotUndoATripThatIsResetByHand() {
    breaker.observe(MORNING, Money.ofDollars(1_000));
    breaker.observe(MORNING, Money.ofDollars(900));
    breaker.observe(NEXT_DAY, Money.ofDollars(900));
    assertThat(breaker.trip()).isPresent();
  }

  @Test
  void theTurnOfTheDayResetsWhereAskedTo() {
    CircuitBreaker daily =
        new CircuitBreaker(
            new Trigger.DailyLossAmount(Money.ofDollars(50)),
            Action.FLATTEN,
            Reset.NEXT_TRADING_DAY,
            TradingDay.NEW_YORK);
    daily.observe(MORNING, Money.ofDollars(1_000));
    daily.observe(MORNING, Money.ofDollars(900));
    daily.observe(LAST_OF_DAY, Money.ofDollars(900));
    assertThat(daily.trip()).isPresent();
    daily.observe(NEXT_DAY, Money.ofDollars(890));
    assertThat(daily.trip()).isEmpty();
    daily.observe(NEXT_DAY, Money.ofDollars(850));
    assertThat(daily.trip()).isPresent();
  }

  @Test
  void aResetByHandCountsFromTheEquityThen() {
    breaker.observe(MORNING, Money.ofDollars(1_000));
    breaker.observe(MORNING, Money.ofDollars(900));
    breaker.reset();
    breaker.observe(MORNING, Money.of("850.01"));
    assertThat(breaker.trip()).isEmpty();
    breaker.observe(MORNING, Money.ofDollars(850));
    assertThat(breaker.trip()).isPresent();
  }

  @Test
  void aPercentageIsOfTheEquityAtTheStartOfTheDay() {
    CircuitBreaker percent = percent("20");
    percent.observe(MORNING, Money.of("0.000007"));
    percent.observe(MORNING, Money.of("0.000006")); // 14 percent
    assertThat(percent.trip()).isEmpty();
    percent.observe(MORNING, Money.of("0.000005")); // 29 percent
    assertThat(percent.trip()).map(Trip::limit).contains(Money.of("0.000002"));
  }

  @Test
  void aPercentageOfNoEquityTripsAtOnce() {
    CircuitBreaker percent = percent("20");
    percent.observe(MORNING, Money.ZERO);
    assertThat(percent.trip()).isPresent();
    CircuitBreaker indebted = percent("20");
    indebted.observe(MORNING, Money.ofDollars(-5));
    indebted.observe(MORNING, Money.ofDollars(5));
    assertThat(indebted.trip()).isPresent();
  }

  @Test
  void theDayTurnsByTheLocalClockOnTheDaysTheClocksChange() {
    TradingDay day = TradingDay.NEW_YORK;
    // Clocks go forward on 8 March 2026 and back on 1 November 2026.
    assertThat(day.end(Instant.parse("2026-03-08T05:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-09T04:00:00Z"));
    assertThat(day.end(Instant.parse("2026-11-01T04:00:00Z")))
        .isEqualTo(Instant.parse("2026-11-02T05:00:00Z"));
    TradingDay afternoon = new TradingDay(ZoneId.of("America/New_York"), LocalTime.of(17, 0));
    assertThat(afternoon.end(Instant.parse("2026-07-04T20:59:59Z")))
        .isEqualTo(Instant.parse("2026-07-04T21:00:00Z"));
    assertThat(afternoon.end(Instant.parse("2026-07-04T21:00:00Z")))
        .isEqualTo(Instant.parse("2026-07-05T21:00:00Z"));
  }

  @Test
  void eachActionIncludesThoseBeforeIt() {
    assertThat(Action.FLATTEN.includes(Action.CANCEL_RESTING)).isTrue();
    assertThat(Action.FLATTEN.includes(Action.BLOCK_ENTRIES)).isTrue();
    assertThat(Action.BLOCK_ENTRIES.includes(Action.BLOCK_ENTRIES)).isTrue();
    assertThat(Action.BLOCK_ENTRIES.includes(Action.CANCEL_RESTING)).isFalse();
    assertThat(Action.CANCEL_RESTING.includes(Action.FLATTEN)).isFalse();
  }

  @Test
  void limitsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> CircuitBreaker.dailyLoss(Money.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("daily loss limit must be above zero: 0.000000");
    assertThatThrownBy(() -> percent("0")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> percent("100.1")).isInstanceOf(IllegalArgumentException.class);
  }

  private Verdict check() {
    return breaker.check(entry(YES, "0.50"), Quantity.ofContracts(5), account);
  }

  private static CircuitBreaker percent(String percent) {
    return new CircuitBreaker(
        new Trigger.DailyLossPercent(new BigDecimal(percent)),
        Action.BLOCK_ENTRIES,
        Reset.MANUAL,
        TradingDay.NEW_YORK);
  }
}
