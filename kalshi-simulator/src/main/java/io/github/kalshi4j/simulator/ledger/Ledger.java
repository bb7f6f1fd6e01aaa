package io.github.kalshi4j.simulator.ledger;

import io.github.kalshi4j.client.fee.BalancePrecision;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FillFee;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.fee.OrderFees;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.portfolio.RestingOrderReserve;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The clearing side: moves cash at fills, settlements and transfers, and holds one dollar in escrow
 * for each pair of YES and NO that is open. Money comes from the house and goes back to it, so at
 * any time cash, escrow, fees and house add up to nothing; {@link #imbalance} says by how much they
 * do not. Used by one thread.
 */
public final class Ledger {
  /** What a pair of 0.01 YES and 0.01 NO is worth, in micro-dollars. */
  private static final long PAIR = 10_000;

  private final BalancePrecision precision;
  private final RestingOrderReserve reservation;
  private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
  private long escrow;
  private long fees;
  private long house;

  /**
   * Creates an empty ledger.
   *
   * @param precision the unit of balances
   * @param reservation how much cash resting orders bind
   */
  public Ledger(BalancePrecision precision, RestingOrderReserve reservation) {
    this.precision = precision;
    this.reservation = reservation;
  }

  /** Opens an account without money, if it is not open yet. */
  public Account open(AccountId id) {
    return accounts.computeIfAbsent(id, Account::new);
  }

  /** Returns an account; empty if it was not opened. */
  public Optional<Account> account(AccountId id) {
    return Optional.ofNullable(accounts.get(id));
  }

  /** Returns all accounts in the order in which they were opened. */
  public Collection<Account> accounts() {
    return Collections.unmodifiableCollection(accounts.values());
  }

  /**
   * Forgets what was held in a market.
   *
   * @throws IllegalArgumentException if something still is, or an order rests there
   */
  public void forget(MarketTicker market) {
    accounts.values().forEach(account -> account.forget(market));
  }

  /** Returns $1 for each open pair of YES and NO. */
  public Money escrow() {
    return Money.ofMicros(escrow);
  }

  /** Returns all fees ever charged, those of settlements included. */
  public Money fees() {
    return Money.ofMicros(fees);
  }

  /**
   * Returns what the house has: less than nothing by as much as it has paid out in deposits and
   * refunds.
   */
  public Money house() {
    return Money.ofMicros(house);
  }

  /**
   * Returns the sum of all cash, escrow, fees and house, which is nothing unless money was lost.
   */
  public Money imbalance() {
    long sum = escrow + fees + house;
    for (Account account : accounts.values()) {
      sum += account.cashMicros();
    }
    return Money.ofMicros(sum);
  }

  /** Returns whether balances can hold this amount exactly. */
  public boolean isAligned(Money amount) {
    return amount.micros() % precision.micros() == 0;
  }

  /** Pays money in from outside, or out if it is negative. */
  public void deposit(Account account, Money amount) {
    account.pay(amount.micros());
    house = Math.subtractExact(house, amount.micros());
  }

  /** Moves money between two accounts. */
  public void transfer(Account from, Account to, Money amount) {
    from.pay(-amount.micros());
    to.pay(amount.micros());
  }

  /** Returns the cash that no resting order binds; never negative. */
  public Money free(Account account) {
    long bound =
        switch (reservation) {
          case NONE -> 0;
          case MAX -> account.costliestOrder();
          case SUM -> account.reservedMicros();
        };
    return Money.ofMicros(Math.max(0, account.cashMicros() - bound));
  }

  /**
   * Returns what one more order needs of the free cash, without fees: what it costs at its price,
   * less what of it closes the position.
   *
   * <p>Of all orders on one side those with the best prices close first. So an order that goes
   * before others of the account takes the closing part from them, and what they need then counts
   * here.
   *
   * @param price the YES price of the order
   */
  public Money need(Holding holding, BookSide side, Price price, Quantity quantity) {
    long own = side.outcome().toYes(price).centicents();
    return Money.ofMicros(
        reservation == RestingOrderReserve.SUM
            ? Math.max(0, holding.growth(side, own, quantity.hundredths()))
            : opening(holding, side, quantity.hundredths()) * own);
  }

  private static long opening(Holding holding, BookSide side, long hundredths) {
    return hundredths - holding.closing(side, hundredths);
  }

  /** Counts an order that has come to rest. */
  public void reserve(Holding holding, BookSide side, Claim claim) {
    holding.add(side, claim);
  }

  /** Takes an order that no longer rests out of account. */
  public void release(Holding holding, BookSide side, Claim claim) {
    holding.remove(side, claim);
  }

  /** Takes into account that a resting order has become smaller. */
  public void reduced(Holding holding, BookSide side, Claim claim) {
    holding.reduced(side, claim);
  }

  /**
   * Returns the effect of a fill on cash before fees: the price of the outcome bought, less $1 for
   * each pair that is completed.
   */
  public static Money revenue(Holding holding, BookSide side, Price price, long hundredths) {
    long own = side.outcome().toYes(price).centicents();
    return Money.ofMicros(revenue(holding.closing(side, hundredths), own, hundredths));
  }

  static long revenue(long closing, long ownCenticents, long hundredths) {
    return Math.multiplyExact(closing, PAIR) - Math.multiplyExact(ownCenticents, hundredths);
  }

  /**
   * Returns whether an account could pay a fill, even if none of its rounding were paid back. So it
   * never says yes wrongly; it may say no where a rebate of $0.0001 would have helped.
   */
  public boolean canPay(
      Holding holding,
      BookSide side,
      Price price,
      Quantity quantity,
      Liquidity liquidity,
      FeeSchedule schedule) {
    long after =
        holding.account().cashMicros()
            + revenue(holding, side, price, quantity.hundredths()).micros()
            - schedule.tradeFee(liquidity, price, quantity).micros();
    return Math.floorDiv(after, precision.micros()) >= 0;
  }

  /**
   * Returns what a fill would be charged if none of its rounding were paid back.
   *
   * @param closing how much of it closes a position, in hundredths of a contract
   */
  public Money unrebatedFee(
      BookSide side,
      Price price,
      Quantity quantity,
      long closing,
      Liquidity liquidity,
      FeeSchedule schedule) {
    long own = side.outcome().toYes(price).centicents();
    long tradeFee = schedule.tradeFee(liquidity, price, quantity).micros();
    long after = revenue(closing, own, quantity.hundredths()) - tradeFee;
    return Money.ofMicros(tradeFee + Math.floorMod(after, precision.micros()));
  }

  /**
   * Books one party's side of a match.
   *
   * @param price the YES price of the match
   * @param orderFees the accumulator of the party's order
   * @return what it was charged
   * @throws IllegalStateException if it has not enough cash
   */
  public FillFee fill(
      Holding holding,
      BookSide side,
      Price price,
      Quantity quantity,
      Liquidity liquidity,
      OrderFees orderFees) {
    Money revenue = revenue(holding, side, price, quantity.hundredths());
    FillFee fee = orderFees.charge(liquidity, price, quantity, revenue);
    holding.account().pay(revenue.micros() - fee.net().micros());
    escrow = Math.subtractExact(escrow, revenue.micros());
    fees = Math.addExact(fees, fee.net().micros());
    holding.fill(side, side.outcome().toYes(price).centicents(), quantity.hundredths(), fee.net());
    return fee;
  }

  /**
   * Pays a position by the result of its market. The payout is rounded down to the precision of
   * balances, and the rest is a fee.
   */
  public Payout settle(Holding holding, MarketResult result) {
    OutcomeSide side = holding.hundredths() > 0 ? OutcomeSide.YES : OutcomeSide.NO;
    Money gross = result.payoutOf(side).times(holding.position().quantity());
    escrow = Math.subtractExact(escrow, gross.micros());
    return pay(holding, gross);
  }

  /**
   * Gives back what an open position cost, as if it had never been opened; the house makes up for
   * what others have won or lost by closing theirs.
   */
  public Payout refund(Holding holding) {
    long pairs = Math.max(0, holding.hundredths()) * PAIR; // counted once, with who is long
    escrow = Math.subtractExact(escrow, pairs);
    house = Math.addExact(house, pairs - holding.cost().micros());
    return pay(holding, holding.cost());
  }

  private Payout pay(Holding holding, Money gross) {
    Money fee = Money.ofMicros(Math.floorMod(gross.micros(), precision.micros()));
    Money net = gross.minus(fee);
    Payout payout = new Payout(holding.position(), holding.cost(), net, fee);
    fees = Math.addExact(fees, fee.micros());
    holding.account().pay(net.micros());
    holding.settle(gross, fee);
    return payout;
  }
}
