package io.github.kalshi4j.simulator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.fee.BalancePrecision;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.fee.OrderFees;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.portfolio.RestingOrderReserve;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import org.junit.jupiter.api.Test;

final class LedgerTest {
  private static final MarketTicker MARKET = MarketTicker.of("KXHIGHNY-26JUL04-T85");

  private final Ledger ledger = new Ledger(BalancePrecision.DIRECT_MEMBER, RestingOrderReserve.SUM);
  private final Holding maker = holding("maker");
  private final Holding taker = holding("taker");

  /** The two accounts of the demo exchange, 2026-07-06. */
  @Test
  void netsAsTheDemoExchangeDid() {
    match(BookSide.BID, "0.48", "1.00");

    assertThat(maker.account().cash()).isEqualTo(Money.of("999.52"));
    assertThat(maker.position().toString()).isEqualTo("1.00");
    assertThat(maker.cost()).isEqualTo(Money.of("0.48"));
    assertThat(maker.fees()).isEqualTo(Money.ZERO);
    assertThat(taker.account().cash()).isEqualTo(Money.of("999.4625"));
    assertThat(taker.position().toString()).isEqualTo("-1.00");
    assertThat(ledger.escrow()).isEqualTo(Money.of("1.00"));

    match(BookSide.ASK, "0.52", "1.00");

    assertThat(maker.account().cash()).isEqualTo(Money.of("1000.04"));
    assertThat(maker.position().isFlat()).isTrue();
    assertThat(maker.realized()).isEqualTo(Money.of("0.04"));
    assertThat(maker.traded()).isEqualTo(Money.of("0.96"));
    assertThat(taker.account().cash()).isEqualTo(Money.of("999.9250"));
    assertThat(taker.position().isFlat()).isTrue();
    assertThat(taker.realized()).isEqualTo(Money.of("-0.04"));
    assertThat(taker.fees()).isEqualTo(Money.of("0.0350"));
    assertThat(ledger.escrow()).isEqualTo(Money.ZERO);
    assertThat(ledger.imbalance()).isEqualTo(Money.ZERO);
  }

  @Test
  void carriesCostAsATotalOfWhichAPartialCloseTakesItsShare() {
    match(BookSide.BID, "0.40", "3.00");
    match(BookSide.BID, "0.50", "3.00");
    match(BookSide.ASK, "0.60", "2.00");

    assertThat(maker.cost()).isEqualTo(Money.of("1.80"));
    assertThat(maker.realized()).isEqualTo(Money.of("0.30"));
  }

  @Test
  void turnsALongPositionIntoAShortOneInOneFill() {
    match(BookSide.BID, "0.40", "1.00");
    match(BookSide.ASK, "0.70", "3.00");

    assertThat(maker.position().toString()).isEqualTo("-2.00");
    assertThat(maker.cost()).isEqualTo(Money.of("0.60"));
    assertThat(maker.realized()).isEqualTo(Money.of("0.30"));
    assertThat(maker.account().cash()).isEqualTo(Money.of("999.70"));
    assertThat(ledger.imbalance()).isEqualTo(Money.ZERO);
  }

  @Test
  void paysAYesResultToWhoHoldsYes() {
    match(BookSide.BID, "0.48", "1.00");

    assertThat(ledger.settle(maker, MarketResult.YES).paid()).isEqualTo(Money.of("1.00"));
    assertThat(ledger.settle(taker, MarketResult.YES).paid()).isEqualTo(Money.ZERO);
    assertThat(maker.realized()).isEqualTo(Money.of("0.52"));
    assertThat(ledger.escrow()).isEqualTo(Money.ZERO);
    assertThat(ledger.imbalance()).isEqualTo(Money.ZERO);
  }

  @Test
  void roundsAScalarPayoutDownAndBooksTheRestAsAFee() {
    match(BookSide.BID, "0.48", "0.33");

    Payout payout = ledger.settle(maker, new MarketResult(Price.of("0.3333")));

    assertThat(payout.paid()).isEqualTo(Money.of("0.1099")); // of 0.109989
    assertThat(payout.fee()).isEqualTo(Money.of("0.000089"));
    ledger.settle(taker, new MarketResult(Price.of("0.3333")));
    assertThat(ledger.escrow()).isEqualTo(Money.ZERO);
    assertThat(ledger.imbalance()).isEqualTo(Money.ZERO);
  }

  @Test
  void givesBackWhatAVoidPositionHadCost() {
    Holding third = holding("third");
    match(BookSide.BID, "0.40", "1.00");
    fill(maker, third, BookSide.ASK, "0.60", "1.00"); // the maker has won 0.20 and is out

    ledger.refund(third);
    ledger.refund(taker);

    assertThat(third.realized()).isEqualTo(Money.ZERO);
    assertThat(taker.realized()).isEqualTo(Money.ZERO);
    assertThat(ledger.escrow()).isEqualTo(Money.ZERO);
    assertThat(ledger.house()).isEqualTo(Money.of("-3000.20"));
    assertThat(ledger.imbalance()).isEqualTo(Money.ZERO);
  }

  @Test
  void reservesNothingForWhatClosesAPosition() {
    match(BookSide.BID, "0.40", "10.00");

    assertThat(need(maker, BookSide.ASK, "0.60", "10.00")).isEqualTo(Money.ZERO);
    assertThat(need(maker, BookSide.ASK, "0.60", "12.00")).isEqualTo(Money.of("0.80"));
    assertThat(need(maker, BookSide.BID, "0.60", "12.00")).isEqualTo(Money.of("7.20"));
  }

  @Test
  void countsAPositionOnceForAllOrdersThatMayCloseIt() {
    match(BookSide.BID, "0.40", "10.00");
    Resting first = new Resting(BookSide.ASK, "0.70", 1_000);
    ledger.reserve(maker, BookSide.ASK, first);
    assertThat(maker.account().reserved()).isEqualTo(Money.ZERO);

    // It would be matched before the first, and leave that one to open.
    assertThat(need(maker, BookSide.ASK, "0.60", "10.00")).isEqualTo(Money.of("3.00"));
    assertThat(need(maker, BookSide.ASK, "0.80", "10.00")).isEqualTo(Money.of("2.00"));

    ledger.reserve(maker, BookSide.ASK, new Resting(BookSide.ASK, "0.60", 1_000));
    assertThat(maker.account().reserved()).isEqualTo(Money.of("3.00"));
    ledger.release(maker, BookSide.ASK, first);
    assertThat(maker.account().reserved()).isEqualTo(Money.ZERO);
  }

  @Test
  void neverLetsABalanceBecomeNegative() {
    Holding poor = holding("poor");
    ledger.deposit(poor.account(), Money.of("-999.90"));

    assertThat(canPay(poor, "0.10", "1.00")).isTrue();
    assertThat(canPay(poor, "0.11", "1.00")).isFalse();
    assertThatThrownBy(() -> fill(poor, taker, BookSide.BID, "0.11", "1.00"))
        .isInstanceOf(IllegalStateException.class);
  }

  private boolean canPay(Holding holding, String price, String quantity) {
    return ledger.canPay(
        holding,
        BookSide.BID,
        Price.of(price),
        Quantity.of(quantity),
        Liquidity.MAKER,
        FeeSchedule.STANDARD);
  }

  private Money need(Holding holding, BookSide side, String price, String quantity) {
    return ledger.need(holding, side, Price.of(price), Quantity.of(quantity));
  }

  private void match(BookSide makerSide, String price, String quantity) {
    fill(maker, taker, makerSide, price, quantity);
  }

  private void fill(Holding rests, Holding crosses, BookSide side, String price, String quantity) {
    book(rests, side, Liquidity.MAKER, price, quantity);
    book(crosses, side.opposite(), Liquidity.TAKER, price, quantity);
  }

  private void book(
      Holding holding, BookSide side, Liquidity liquidity, String price, String quantity) {
    ledger.fill(
        holding,
        side,
        Price.of(price),
        Quantity.of(quantity),
        liquidity,
        new OrderFees(FeeSchedule.STANDARD, BalancePrecision.DIRECT_MEMBER));
  }

  private Holding holding(String user) {
    Account account = ledger.open(AccountId.of(UserId.of(user)));
    ledger.deposit(account, Money.of("1000"));
    return account.holdingIn(MARKET);
  }

  private static final class Resting implements Claim {
    private final long own;
    private final long hundredths;

    Resting(BookSide side, String price, long hundredths) {
      own = side.outcome().toYes(Price.of(price)).centicents();
      this.hundredths = hundredths;
    }

    @Override
    public long ownCenticents() {
      return own;
    }

    @Override
    public long restingHundredths() {
      return hundredths;
    }
  }
}
