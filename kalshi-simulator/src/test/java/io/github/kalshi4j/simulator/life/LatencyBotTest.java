package io.github.kalshi4j.simulator.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.exchange.OrderRequest;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.reference.SimulatedIndex;
import io.github.kalshi4j.simulator.series.CatalogueMarket;
import io.github.kalshi4j.simulator.world.SimulatedWorld;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A member who knows each price at once, and takes what is offered for less than it is worth. */
class LatencyBotTest {
  private static final Instant START = Instant.parse("2026-11-27T23:15:00Z");
  private static final UserId BOT = UserId.of("bot");
  private static final AccountId ACCOUNT = new AccountId(BOT, 0, 2);
  private static final Money STAKE = Money.of("1000000");
  private static final int MARKETS = 4;

  private final AtomicLong fromSlowQuoter = new AtomicLong();
  private final SimulatedWorld world =
      new SimulatedWorld(
          WorldConfig.startingAt(START).withCoins(List.of(Coin.BTC)), 1, this::onEvent);
  private boolean taking;

  private void onEvent(ExchangeEvent event) {
    if (taking
        && event instanceof ExchangeEvent.Filled fill
        && fill.account().user().equals(Participants.SLOW_QUOTER)) {
      fromSlowQuoter.addAndGet(fill.quantity().hundredths());
    }
  }

  @Test
  void earnsByWhatIsQuotedTooLate() {
    long start = START.getEpochSecond() * 1_000_000;
    world.execute(start, new Command.OpenMember(BOT));
    world.execute(start, new Command.Deposit(ACCOUNT, STAKE));
    long end = start + MARKETS * 900_000_000L + 10_000_000;
    for (long at = start + 10_000_000; at < end; at += SimulatedIndex.STEP_MICROS) {
      world.advanceTo(at);
      if (at % 900_000_000L < 880_000_000L && at < start + MARKETS * 900_000_000L) {
        world.engine().markets().stream()
            .filter(market -> market.status() == MarketStatus.ACTIVE)
            .forEach(this::take);
      }
    }
    Money cash = world.engine().ledger().account(ACCOUNT).orElseThrow().cash();
    assertThat(cash.compareTo(STAKE)).isPositive();
    assertThat(fromSlowQuoter.get()).isPositive();
  }

  private void take(MarketView view) {
    MarketTicker ticker = view.listed().market();
    CatalogueMarket market = world.catalogue().find(ticker).orElseThrow();
    if (market.strike() == null) {
      return;
    }
    SimulatedIndex index = world.indices().iterator().next();
    double left = (view.close().getEpochSecond() * 1_000_000 - world.timeMicros()) / 1e6;
    double fair = 10_000 * FairValue.of(index, market.strike().doubleValue(), left, 0);
    for (BookSide side : BookSide.values()) {
      world.engine().levels(ticker, side.opposite()).stream()
          .findFirst()
          .ifPresent(level -> takeIfCheap(ticker, side, level, fair));
    }
  }

  private void takeIfCheap(MarketTicker ticker, BookSide side, Level level, double fair) {
    Price price = level.price();
    double edge = side == BookSide.BID ? fair - price.centicents() : price.centicents() - fair;
    double fee =
        FeeSchedule.STANDARD.tradeFee(Liquidity.TAKER, price, Quantity.ofContracts(100)).micros()
            / 10_000.0;
    if (edge > fee + 50) {
      LimitOrder order = LimitOrder.immediateOrCancel(ticker, side, price, level.quantity());
      taking = true;
      world.execute(world.timeMicros(), new Command.Place(BOT, OrderRequest.from(order)));
      taking = false;
    }
  }
}
