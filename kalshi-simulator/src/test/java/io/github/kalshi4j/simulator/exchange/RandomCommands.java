package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.order.Amendment;
import io.github.kalshi4j.client.order.Decrease;
import io.github.kalshi4j.client.order.SelfTradePrevention;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Command.PauseScope;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.market.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes commands out of numbers: the same number gives the same command, as long as the orders are
 * the same. Prices lie close together and money is short, so that much is matched and refused.
 */
final class RandomCommands {
  static final List<UserId> USERS = List.of(UserId.of("ann"), UserId.of("bob"), UserId.of("cat"));
  static final ListedMarket WEATHER =
      ListedMarket.of(
              MarketTicker.of("KXHIGHNY-26JUL04-T85"),
              EventTicker.of("KXHIGHNY-26JUL04"),
              TestExchange.OPEN,
              TestExchange.OPEN.plus(Duration.ofMinutes(3)))
          .withFees(new FeeSchedule(FeeType.QUADRATIC_WITH_MAKER_FEES, new BigDecimal("0.5")));
  static final ListedMarket CRYPTO =
      ListedMarket.of(
              MarketTicker.of("KXBTC15M-26JUL041015-15"),
              EventTicker.of("KXBTC15M-26JUL041015"),
              TestExchange.OPEN,
              TestExchange.OPEN.plus(Duration.ofSeconds(70)))
          .withShard(2)
          .withGrid(PriceLevelStructure.TAPERED_DECI_CENT.grid());
  static final List<ListedMarket> MARKETS = List.of(WEATHER, CRYPTO);

  /** How long after the one before a command comes, in microseconds. */
  static long pause(long number) {
    SplittableRandom random = new SplittableRandom(number ^ 7);
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> random.nextLong(3_000_000);
      case 3 -> random.nextLong(12_000_000);
      default -> random.nextLong(3);
    };
  }

  static Command of(long number, long now, List<OrderId> orders, List<OrderGroupId> groups) {
    SplittableRandom random = new SplittableRandom(number);
    UserId user = pick(random, USERS);
    ListedMarket market = pick(random, MARKETS);
    int kind = random.nextInt(100);
    if (kind < 58 || (kind < 84 && orders.isEmpty())) {
      return new Command.Place(user, order(random, user, market, number, now, groups));
    }
    if (kind < 72) {
      return amend(random, user, market, pick(random, orders), now);
    }
    if (kind < 78) {
      OrderTarget target = target(random, market, pick(random, orders));
      Quantity quantity = quantity(random, 300);
      return new Command.Reduce(
          user, target, random.nextBoolean() ? Decrease.by(quantity) : Decrease.to(quantity));
    }
    if (kind < 84) {
      return new Command.Cancel(user, target(random, market, pick(random, orders)));
    }
    if (kind < 85) {
      return new Command.CancelAll(user, random.nextBoolean() ? null : random.nextInt(2));
    }
    if (kind < 89) {
      int from = random.nextInt(2);
      return new Command.Transfer(
          new AccountId(user, from, market.shard()),
          random.nextBoolean()
              ? new AccountId(user, 1 - from, market.shard())
              : new AccountId(user, from, 2 - market.shard()),
          Money.ofMicros(100 * (1 + random.nextLong(60_000))));
    }
    if (kind < 93) {
      int group = random.nextInt(groups.size());
      AccountId account = groupAccount(group);
      return switch (random.nextInt(6)) {
        case 0 -> new Command.TriggerGroup(account, groups.get(group));
        case 1 ->
            new Command.LimitGroup(
                account, groups.get(group), Quantity.ofContracts(1 + random.nextInt(10)));
        default -> new Command.ResetGroup(account, groups.get(group));
      };
    }
    return rare(random, market);
  }

  private static Command rare(SplittableRandom random, ListedMarket market) {
    return switch (random.nextInt(10)) {
      case 0 -> new Command.Pause(market.shard(), PauseScope.TRADING);
      case 1, 2 -> new Command.Resume(market.shard(), PauseScope.TRADING);
      case 3 -> new Command.Deactivate(market.market());
      case 4 -> new Command.Activate(market.market());
      case 5 ->
          new Command.ChangeFees(
              market.market(),
              random.nextBoolean()
                  ? FeeSchedule.STANDARD
                  : new FeeSchedule(
                      FeeType.QUADRATIC_WITH_COMBO_MAKER_FEES, new BigDecimal("1.25")));
      default ->
          new Command.Determine(
              market.market(),
              switch (random.nextInt(3)) {
                case 0 -> Outcome.YES;
                case 1 -> Outcome.NO;
                default -> Outcome.scalar(Price.of("0.3337"));
              });
    };
  }

  /** Returns whose a group is: one for the primary account of each user on the weather's shard. */
  static AccountId groupAccount(int group) {
    return new AccountId(USERS.get(group), 0, WEATHER.shard());
  }

  private static OrderRequest order(
      SplittableRandom random,
      UserId user,
      ListedMarket market,
      long number,
      long now,
      List<OrderGroupId> groups) {
    int force = random.nextInt(10);
    TimeInForce timeInForce =
        force < 7
            ? TimeInForce.GOOD_TILL_CANCELED
            : force < 9 ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.FILL_OR_KILL;
    boolean rests = timeInForce == TimeInForce.GOOD_TILL_CANCELED;
    return new OrderRequest(
        market.market(),
        random.nextBoolean() ? BookSide.BID : BookSide.ASK,
        price(random, market),
        quantity(random, 1_500),
        timeInForce,
        rests && random.nextInt(6) == 0,
        timeInForce == TimeInForce.IMMEDIATE_OR_CANCEL && random.nextInt(3) == 0,
        random.nextInt(4) == 0,
        random.nextBoolean() ? SelfTradePrevention.MAKER : SelfTradePrevention.TAKER_AT_CROSS,
        rests && random.nextInt(5) == 0 ? Micros.instant(now + random.nextLong(20_000_000)) : null,
        random.nextInt(4) == 0 ? ClientOrderId.of("c" + Math.floorMod(number, 40)) : null,
        market == WEATHER && random.nextInt(3) == 0
            ? groups.get(random.nextInt(9) == 0 ? 0 : USERS.indexOf(user))
            : null,
        random.nextInt(3) / 2,
        null);
  }

  private static Command amend(
      SplittableRandom random, UserId user, ListedMarket market, OrderId order, long now) {
    return new Command.Amend(
        user,
        target(random, market, order),
        market.market(),
        random.nextBoolean() ? BookSide.BID : BookSide.ASK,
        price(random, market),
        quantity(random, 1_500),
        null,
        null,
        switch (random.nextInt(4)) {
          case 0 -> new Amendment.Expiration.Never();
          case 1 ->
              new Amendment.Expiration.At(Micros.instant(now + 1 + random.nextLong(9_000_000)));
          default -> new Amendment.Expiration.Keep();
        });
  }

  private static OrderTarget target(SplittableRandom random, ListedMarket market, OrderId order) {
    return new OrderTarget(order, market.market(), null, random.nextInt(2));
  }

  /** Returns a price around the middle, now and then off the grid. */
  private static Price price(SplittableRandom random, ListedMarket market) {
    if (random.nextInt(40) == 0) {
      return Price.ofCenticents(1 + random.nextInt(9_999));
    }
    if (market == CRYPTO) {
      return Price.ofCenticents(10 * (92 + random.nextInt(8))); // finer below 10 cents
    }
    if (random.nextInt(12) == 0) {
      return Price.ofCents(1 + random.nextInt(99)); // where fees are far lower
    }
    return Price.ofCents(46 + random.nextInt(9));
  }

  private static Quantity quantity(SplittableRandom random, int most) {
    return Quantity.ofHundredths(
        random.nextBoolean() ? 100L * (1 + random.nextInt(most / 100)) : 1 + random.nextInt(most));
  }

  private static <T> T pick(SplittableRandom random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private RandomCommands() {}
}
