package io.github.kalshi4j.simulator.suite;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.apikey.ApiKey;
import io.github.kalshi4j.client.apikey.ApiKeyScope;
import io.github.kalshi4j.client.apikey.ApiKeyType;
import io.github.kalshi4j.client.apikey.GeneratedApiKey;
import io.github.kalshi4j.client.apikey.NewApiKey;
import io.github.kalshi4j.client.error.DuplicateOrderException;
import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.error.KalshiAuthenticationException;
import io.github.kalshi4j.client.error.KalshiNotFoundException;
import io.github.kalshi4j.client.error.KalshiPermissionException;
import io.github.kalshi4j.client.error.OrderKilledException;
import io.github.kalshi4j.client.event.Event;
import io.github.kalshi4j.client.event.EventQuery;
import io.github.kalshi4j.client.exchange.ExchangeSchedule;
import io.github.kalshi4j.client.exchange.ExchangeStatus;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.historical.ArchivedFillQuery;
import io.github.kalshi4j.client.historical.ArchivedMarketQuery;
import io.github.kalshi4j.client.historical.ArchivedOrderQuery;
import io.github.kalshi4j.client.historical.ArchivedPositionQuery;
import io.github.kalshi4j.client.historical.ArchivedTradeQuery;
import io.github.kalshi4j.client.historical.HistoricalApi;
import io.github.kalshi4j.client.historical.HistoricalCutoff;
import io.github.kalshi4j.client.market.CandlePeriod;
import io.github.kalshi4j.client.market.Candlestick;
import io.github.kalshi4j.client.market.CandlestickQuery;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.market.MarketQuery;
import io.github.kalshi4j.client.market.OrderBookSnapshot;
import io.github.kalshi4j.client.market.Trade;
import io.github.kalshi4j.client.market.TradeQuery;
import io.github.kalshi4j.client.order.AmendedOrder;
import io.github.kalshi4j.client.order.Amendment;
import io.github.kalshi4j.client.order.CancelResult;
import io.github.kalshi4j.client.order.Decrease;
import io.github.kalshi4j.client.order.DecreasedOrder;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.order.PlaceResult;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.order.QueuePositionQuery;
import io.github.kalshi4j.client.ordergroup.NewOrderGroup;
import io.github.kalshi4j.client.ordergroup.OrderGroup;
import io.github.kalshi4j.client.ordergroup.OrderGroupAddress;
import io.github.kalshi4j.client.ordergroup.OrderGroupLimit;
import io.github.kalshi4j.client.portfolio.BalanceQuery;
import io.github.kalshi4j.client.portfolio.CashAccount;
import io.github.kalshi4j.client.portfolio.EventPosition;
import io.github.kalshi4j.client.portfolio.Fill;
import io.github.kalshi4j.client.portfolio.FillQuery;
import io.github.kalshi4j.client.portfolio.MarketPosition;
import io.github.kalshi4j.client.portfolio.MovementQuery;
import io.github.kalshi4j.client.portfolio.PositionQuery;
import io.github.kalshi4j.client.portfolio.Settlement;
import io.github.kalshi4j.client.portfolio.SettlementQuery;
import io.github.kalshi4j.client.portfolio.TransferRequest;
import io.github.kalshi4j.client.series.Series;
import io.github.kalshi4j.client.series.SeriesFeeChangeQuery;
import io.github.kalshi4j.client.series.SeriesQuery;
import io.github.kalshi4j.client.subaccount.SubaccountBalance;
import io.github.kalshi4j.client.subaccount.SubaccountTransferQuery;
import io.github.kalshi4j.client.subaccount.SubaccountTransferRequest;
import io.github.kalshi4j.client.testing.Happenings;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.client.value.TransferId;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.market.Outcome;
import io.github.kalshi4j.simulator.server.SimulatedExchange;
import io.github.kalshi4j.simulator.server.SimulatedExchangeConfig;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client's REST resources against the simulated exchange, and values that it must tell. */
@Timeout(60)
final class ResourcesTest {
  private static final SeriesTicker SERIES = SeriesTicker.of("KXTEST");
  private static final EventTicker EVENT = EventTicker.of("KXTEST-26NOV27");
  private static final MarketTicker A = MarketTicker.of("KXTEST-26NOV27-A");
  private static final MarketTicker B = MarketTicker.of("KXTEST-26NOV27-B");
  private static final Money START = Money.ofDollars(10_000_000);
  private static final Quantity ONE = Quantity.ofContracts(1);

  private final ManualTimeSource time = ManualTimeSource.at(Instant.parse("2026-11-27T12:00:00Z"));
  private final SimulatedTestExchange bench = SimulatedTestExchange.start(time);
  private final KalshiClient client =
      KalshiClient.connect(
          ClientConfig.of(bench.itself().baseUrl()).withAttempts(1).withTime(time),
          TestKeys.credentials());

  ResourcesTest() {
    bench.list(List.of(A, B));
  }

  @AfterEach
  void close() {
    client.close();
    bench.close();
  }

  private static LimitOrder bid(String price, long contracts) {
    return LimitOrder.goodTillCanceled(
        A, BookSide.BID, Price.of(price), Quantity.ofContracts(contracts));
  }

  @Test
  void theExchangeIsOpenAndItsRecordsAreNew() {
    assertThat(client.exchange().status().exchangeActive()).isTrue();
    assertThat(client.exchange().status().tradingActive()).isTrue();
    assertThat(client.exchange().status().shards()).hasSize(4);
    assertThat(client.exchange().userDataTimestamp()).isEqualTo(time.now());
    assertThat(client.historical().cutoff().trades()).isBefore(time.now());
    assertThat(client.account().limits().usageTier()).isEqualTo("prestige");
    assertThat(client.account().endpointCosts().defaultCost()).isEqualTo(10);
  }

  @Test
  void aPauseIsSaid() {
    bench.itself().execute(new Command.Pause(0, Command.PauseScope.TRADING));
    ExchangeStatus status = client.exchange().status();
    assertThat(status.tradingActive()).as("elsewhere").isTrue();
    assertThat(status.shards())
        .extracting(ExchangeStatus.Shard::tradingActive)
        .containsExactly(false, true, true, true);
    assertThat(status.shards()).allMatch(ExchangeStatus.Shard::exchangeActive);

    for (int shard = 0; shard < 4; shard++) {
      bench.itself().execute(new Command.Pause(shard, Command.PauseScope.EXCHANGE));
    }
    assertThat(client.exchange().status().exchangeActive()).isFalse();
    assertThat(client.exchange().status().tradingActive()).isFalse();
  }

  @Test
  void anExchangeWithoutAWeeklyPauseTradesAllDayAndChangesNoFees() {
    ExchangeSchedule schedule = client.exchange().schedule();
    assertThat(schedule.maintenanceWindows()).isEmpty();
    ExchangeSchedule.Week week = schedule.standardHours().getFirst();
    assertThat(schedule.standardHours()).containsExactly(week);
    assertThat(time.now()).isBetween(week.start(), week.end());
    assertThat(
            List.of(
                week.monday(),
                week.tuesday(),
                week.wednesday(),
                week.thursday(),
                week.friday(),
                week.saturday(),
                week.sunday()))
        .containsOnly(List.of(new ExchangeSchedule.Hours("00:00", "00:00")));

    SeriesFeeChangeQuery changes = SeriesFeeChangeQuery.UPCOMING;
    assertThat(client.series().feeChanges(changes)).isEmpty();
    assertThat(client.series().feeChanges(changes.withSeries(SERIES).withPast())).isEmpty();
  }

  @Test
  void theScheduleTellsOfTheWeeklyPause() {
    ZonedDateTime thursday =
        ZonedDateTime.of(2026, 12, 3, 0, 0, 0, 0, ZoneId.of("America/New_York"));
    ManualTimeSource clock = ManualTimeSource.at(thursday.toInstant());
    WorldConfig world = WorldConfig.startingAt(clock.now()).withCoins(List.of()).withCrowded(false);
    try (SimulatedExchange pausing =
            SimulatedExchange.start(
                SimulatedExchangeConfig.EMPTY.withTime(clock).withWorld(world));
        KalshiClient anybody =
            KalshiClient.connect(
                ClientConfig.of(pausing.baseUrl()).withAttempts(1).withTime(clock))) {
      ExchangeSchedule.Week week = anybody.exchange().schedule().standardHours().getFirst();
      assertThat(week.wednesday()).containsExactly(new ExchangeSchedule.Hours("00:00", "00:00"));
      assertThat(week.thursday())
          .containsExactly(
              new ExchangeSchedule.Hours("00:00", "03:00"),
              new ExchangeSchedule.Hours("05:00", "00:00"));

      clock.advance(Duration.ofHours(3).minusMillis(1));
      assertThat(anybody.exchange().status().tradingActive()).isTrue();
      clock.advance(Duration.ofMillis(1));
      assertThat(anybody.exchange().status().tradingActive()).isFalse();
      assertThat(anybody.exchange().status().exchangeActive()).isTrue();
      clock.advance(Duration.ofHours(2));
      assertThat(anybody.exchange().status().tradingActive()).isTrue();
    }
  }

  @Test
  void marketsAreFoundByTheirSeriesAndEvent() {
    assertThat(client.series().get(SERIES).ticker()).isEqualTo(SERIES);
    assertThat(client.series().list(SeriesQuery.ALL)).extracting(Series::ticker).contains(SERIES);
    assertThat(client.events().get(EVENT).series()).isEqualTo(SERIES);
    assertThat(client.events().all(EventQuery.ALL)).extracting(Event::ticker).contains(EVENT);
    assertThat(client.markets().all(MarketQuery.ALL.withSeries(SERIES).withLimit(1)))
        .extracting(Market::ticker)
        .containsExactlyInAnyOrder(A, B);
    assertThat(client.markets().get(A).event()).isEqualTo(EVENT);
    assertThat(client.historical().findMarket(A)).map(Market::ticker).contains(A);
  }

  @Test
  void anEventTellsWhatItsMarketsAreChargedInsteadOfItsSeriesFees() {
    FeeSchedule ofSeries = client.series().get(SERIES).fees();
    assertThat(client.events().get(EVENT).feeOverride()).isEmpty();

    FeeSchedule dear = new FeeSchedule(FeeType.QUADRATIC_WITH_MAKER_FEES, new BigDecimal("1.5"));
    bench.itself().execute(new Command.ChangeFees(A, dear));
    assertThat(client.events().get(EVENT).fees(ofSeries)).isEqualTo(dear);
    assertThat(client.series().get(SERIES).fees()).isEqualTo(ofSeries);

    bench.itself().execute(new Command.ChangeFees(A, ofSeries));
    assertThat(client.events().get(EVENT).feeOverride()).isEmpty();
  }

  @Test
  void booksTradesAndCandlesAreWhatHappened() {
    bench.book(A, List.of(level("0.4000", "10.00")), List.of(level("0.4500", "5.00")));
    OrderBookSnapshot book = client.markets().orderBook(A);
    assertThat(book.bids()).isEqualTo(bench.levels(A, BookSide.BID));
    assertThat(book.asks()).isEqualTo(bench.levels(A, BookSide.ASK));
    assertThat(client.markets().orderBooks(List.of(A, B))).hasSize(2);

    time.advance(Duration.ofSeconds(1));
    List<TradeId> trades = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      trades.addFirst(bench.trade(A, Price.of("0.4200"), ONE, BookSide.ASK));
      time.advance(Duration.ofSeconds(1));
    }
    List<Trade> tape = client.markets().allTrades(TradeQuery.ALL.withLimit(2)).toList();
    assertThat(tape).extracting(Trade::id).isEqualTo(trades);
    assertThat(tape).allMatch(trade -> trade.takerSide() == BookSide.ASK);
    assertThat(client.markets().get(A).lastPrice()).isEqualTo(Price.of("0.4200"));

    time.advance(Duration.ofMinutes(1));
    Instant end = time.now().plusSeconds(60);
    CandlestickQuery minutes = CandlestickQuery.of(end.minusSeconds(300), end, CandlePeriod.MINUTE);
    assertThat(client.markets().candlesticks(SERIES, A, minutes))
        .extracting(Candlestick::volume)
        .contains(Quantity.ofContracts(5));
  }

  @Test
  void anOrderIsAmendedDecreasedAndCanceled() {
    bench.book(A, List.of(level("0.4000", "10.00")), List.of());
    PlacedOrder placed =
        client.orders().place(bid("0.40", 10).withClientOrderId(ClientOrderId.of("mine")));
    assertThat(client.orders().queuePosition(placed.id())).isEqualTo(Quantity.of("10"));
    assertThat(client.orders().queuePositions(QueuePositionQuery.ALL.withMarkets(List.of(A))))
        .hasSize(1);

    Order order = client.orders().get(placed.id());
    AmendedOrder amended =
        client.orders().amend(Amendment.of(order, Price.of("0.41"), Quantity.of("8")));
    assertThat(amended.remaining()).isEqualTo(Quantity.of("8"));
    assertThat(client.orders().queuePosition(placed.id())).isEqualTo(Quantity.ZERO);
    DecreasedOrder decreased =
        client.orders().decrease(order.address(), Decrease.by(Quantity.of("3")));
    assertThat(decreased.remaining()).isEqualTo(Quantity.of("5"));
    assertThat(client.orders().cancel(order.address()).canceled()).isEqualTo(Quantity.of("5"));
    assertThat(client.orders().all(OrderQuery.ALL.withStatus(OrderStatus.CANCELED)))
        .extracting(Order::clientOrderId)
        .containsExactly(ClientOrderId.of("mine"));
  }

  @Test
  void eachKindOfOrderEndsAsItShould() {
    bench.book(A, List.of(), List.of(level("0.6000", "5.00")));
    Price price = Price.of("0.60");
    assertThatThrownBy(() ->
            client.orders().place(LimitOrder.fillOrKill(A, BookSide.BID, price, Quantity.of("6"))))
        .isInstanceOf(OrderKilledException.class);
    assertThatThrownBy(() -> client.orders().place(bid("0.60", 1).withPostOnly(true)))
        .isInstanceOfSatisfying(
            KalshiApiException.class, e -> assertThat(e.code()).contains("invalid_order"));
    PlacedOrder immediate =
        client
            .orders()
            .place(LimitOrder.immediateOrCancel(A, BookSide.BID, price, Quantity.of("7")));
    assertThat(immediate.filled()).isEqualTo(Quantity.of("5"));
    assertThat(immediate.remaining()).isEqualTo(Quantity.ZERO);
    client.orders().place(bid("0.30", 1).withClientOrderId(ClientOrderId.of("twice")));
    assertThatThrownBy(() ->
            client.orders().place(bid("0.31", 1).withClientOrderId(ClientOrderId.of("twice"))))
        .isInstanceOf(DuplicateOrderException.class);
    PlacedOrder expiring =
        client.orders().place(bid("0.20", 1).withExpiration(time.now().plusSeconds(30)));
    time.advance(Duration.ofSeconds(31));
    assertThat(client.orders().get(expiring.id()).status()).isEqualTo(OrderStatus.CANCELED);
  }

  @Test
  void batchesAnswerForEachOrder() {
    List<PlaceResult> placed =
        client.orders().placeAll(List.of(bid("0.40", 1), bid("0.41", 2), bid("0.90", 90_000_000)));
    assertThat(placed.get(0)).isInstanceOf(PlaceResult.Placed.class);
    assertThat(placed.get(1)).isInstanceOf(PlaceResult.Placed.class);
    assertThat(placed.get(2)).isInstanceOf(PlaceResult.Refused.class);
    OrderAddress first = OrderAddress.in(A, ((PlaceResult.Placed) placed.getFirst()).order().id());
    assertThat(client.orders().cancelAll(List.of(first, OrderAddress.in(A, OrderId.of("none")))))
        .hasExactlyElementsOfTypes(CancelResult.Canceled.class, CancelResult.Refused.class);
    client.orders().cancelEverything();
    assertThat(client.orders().all(OrderQuery.ALL.withStatus(OrderStatus.RESTING))).isEmpty();
    assertThat(bench.levels(A, BookSide.BID)).isEmpty();
  }

  @Test
  void aGroupStopsWhenMoreThanItsLimitIsMatched() {
    OrderGroupAddress group =
        client.orderGroups().create(NewOrderGroup.of(OrderGroupLimit.ofContracts(1)));
    OrderId order = client.orders().place(bid("0.50", 3).withOrderGroup(group.group())).id();
    assertThat(client.orderGroups().get(group.group()).orders()).containsExactly(order);

    bench.execute(A, order);
    assertThat(client.orders().get(order).status()).isEqualTo(OrderStatus.RESTING);
    bench.execute(A, order);

    assertThat(client.orders().get(order).status()).isEqualTo(OrderStatus.CANCELED);
    client.orderGroups().reset(group);
    client.orderGroups().updateLimit(group, OrderGroupLimit.ofContracts(9));
    assertThat(client.orderGroups().list())
        .extracting(OrderGroup::limit)
        .containsExactly(Quantity.of("9"));
    client.orderGroups().trigger(group);
    client.orderGroups().delete(group);
    assertThat(client.orderGroups().list()).isEmpty();
  }

  @Test
  void fillsMakePositionsAndSettlementsPayThem() {
    Happenings.OwnFill fill = bench.fill(A);
    Fill told = client.portfolio().allFills(FillQuery.ALL).toList().getFirst();
    assertThat(told.trade()).isEqualTo(fill.trade());
    assertThat(told.order()).isEqualTo(fill.order());
    assertThat(told.isTaker()).isTrue();
    assertThat(told.price()).isEqualTo(Price.of("0.5000"));
    assertThat(told.fee()).isEqualTo(Money.of("0.0175"));
    MarketPosition position = client.portfolio().positions(PositionQuery.ALL).markets().getFirst();
    assertThat(position.position()).isEqualTo(NetPosition.of("1"));
    assertThat(position.exposure()).isEqualTo(Money.of("0.50"));
    Money after = START.minus(Money.of("0.5175"));
    assertThat(client.portfolio().balance().available()).isEqualTo(after);
    client.orders().place(bid("0.40", 10));
    assertThat(client.portfolio().restingOrderValue().total()).isEqualTo(Money.ofDollars(4));

    settle(A);

    Settlement settlement = client.portfolio().settlements(SettlementQuery.ALL).items().getFirst();
    assertThat(settlement.market()).isEqualTo(A);
    assertThat(settlement.revenue()).isEqualTo(Money.ofDollars(1));
    assertThat(client.portfolio().balance().available()).isEqualTo(after.plus(Money.ofDollars(1)));
    assertThat(client.orders().all(OrderQuery.ALL.withStatus(OrderStatus.RESTING))).isEmpty();
  }

  @Test
  void anEventWhosePositionsAreOnTwoPagesIsCountedOnce() {
    bench.fill(A);
    bench.fill(B);
    bench.fill(B);
    PositionQuery one = PositionQuery.ALL.withLimit(1);

    assertThat(client.portfolio().positions(one).markets()).hasSize(1);
    assertThat(client.portfolio().allMarketPositions(one))
        .extracting(MarketPosition::market, MarketPosition::position)
        .containsExactlyInAnyOrder(tuple(A, NetPosition.of("1")), tuple(B, NetPosition.of("2")));
    assertThat(client.portfolio().allEventPositions(one))
        .extracting(EventPosition::event, EventPosition::exposure)
        .containsExactly(tuple(EVENT, Money.of("1.50")));
  }

  @Test
  void whatIsLiveIsFoundWithoutAnArchive() {
    Instant begin = time.now();
    List<Happenings.OwnFill> fills = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      fills.addFirst(bench.fill(A));
      bench.fill(B);
      time.advance(Duration.ofSeconds(1));
    }
    Instant end = time.now();
    List<TradeId> trades = fills.stream().map(Happenings.OwnFill::trade).toList();
    List<OrderId> orders = fills.stream().map(Happenings.OwnFill::order).toList();
    HistoricalApi history = client.historical();

    assertThat(history.everyTrade(A, begin, end)).extracting(Trade::id).isEqualTo(trades);
    assertThat(history.everyFill(A, begin, end)).extracting(Fill::trade).isEqualTo(trades);
    assertThat(history.everyOrder(A, begin, end)).extracting(Order::id).isEqualTo(orders);
    assertThat(history.everyFill(begin, end)).hasSize(10);
    assertThat(history.everyOrder(begin, end)).hasSize(10);
    Instant second = begin.plusSeconds(1);
    Instant fourth = begin.plusSeconds(3);
    assertThat(history.everyTrade(A, second, fourth))
        .extracting(Trade::id)
        .isEqualTo(trades.subList(1, 4));
    assertThat(history.everyFill(A, second, fourth))
        .extracting(Fill::trade)
        .isEqualTo(trades.subList(1, 4));
    assertThat(history.everyOrder(A, second, fourth))
        .extracting(Order::id)
        .isEqualTo(orders.subList(1, 4));
    nothingIsArchived();
  }

  private void nothingIsArchived() {
    HistoricalApi history = client.historical();
    assertThat(history.allTrades(ArchivedTradeQuery.ALL.withMarket(A).withLimit(2))).isEmpty();
    assertThat(history.allFills(ArchivedFillQuery.ALL.withLimit(2))).isEmpty();
    assertThat(history.allOrders(ArchivedOrderQuery.ALL.withLimit(2))).isEmpty();
    assertThat(history.allMarkets(ArchivedMarketQuery.ALL.withLimit(2))).isEmpty();
    assertThat(history.allPositions(ArchivedPositionQuery.ALL.withLimit(2))).isEmpty();
    assertThatThrownBy(() -> history.market(A)).isInstanceOf(KalshiNotFoundException.class);
    Instant now = time.now();
    CandlestickQuery minutes = CandlestickQuery.of(now.minusSeconds(300), now, CandlePeriod.MINUTE);
    assertThatThrownBy(() -> history.candlesticks(A, minutes))
        .isInstanceOf(KalshiNotFoundException.class);
  }

  @Test
  void whatIsOldIsForgottenAndTheCutoffSaysSo() {
    Instant begin = time.now();
    bench.fill(A);
    bench.fill(B);
    Instant end = time.now().plusSeconds(1);
    HistoricalCutoff before = client.historical().cutoff();
    assertThat(before.trades()).isBefore(begin);
    settle(A);
    Instant settled = time.now();
    time.advance(Duration.ofDays(1));

    HistoricalCutoff after = client.historical().cutoff();
    assertThat(after.markets()).isEqualTo(settled);
    assertThat(after.trades()).isEqualTo(settled);
    assertThat(after.orders()).isEqualTo(settled);
    assertThat(after.positions()).isEqualTo(settled);
    assertThat(client.historical().findMarket(A)).isEmpty();
    assertThat(client.historical().findMarket(B)).map(Market::ticker).contains(B);
    assertThat(client.historical().everyFill(A, begin, end)).isEmpty();
    assertThat(client.historical().everyTrade(A, begin, end)).isEmpty();
    assertThat(client.markets().allTrades(TradeQuery.ALL))
        .extracting(Trade::market)
        .containsExactly(B);
    nothingIsArchived();
  }

  private void settle(MarketTicker market) {
    bench.itself().execute(new Command.MoveClose(market, time.now()));
    time.advance(Duration.ofMinutes(1));
    bench.itself().execute(new Command.Determine(market, Outcome.YES));
  }

  @Test
  void moneyMovesBetweenSubaccountsAndShards() {
    int subaccount = client.subaccounts().create();
    client
        .subaccounts()
        .transfer(SubaccountTransferRequest.of(0, subaccount, Money.ofDollars(250)));
    assertThat(client.subaccounts().balances())
        .filteredOn(balance -> balance.subaccount() == subaccount && balance.exchangeIndex() == 0)
        .extracting(SubaccountBalance::balance)
        .containsExactly(Money.ofDollars(250));
    assertThat(client.subaccounts().allTransfers(SubaccountTransferQuery.ALL)).hasSize(1);
    TransferId id =
        client
            .portfolio()
            .startTransfer(
                TransferRequest.of(
                    CashAccount.ofEventContracts(0),
                    CashAccount.ofEventContracts(2),
                    Money.ofDollars(100)));
    assertThat(client.portfolio().transfer(id).amount()).isEqualTo(Money.ofDollars(100));
    assertThat(client.portfolio().allTransfers(MovementQuery.ALL)).hasSize(1);
    assertThat(client.portfolio().balance(BalanceQuery.PRIMARY.withExchangeIndex(2)).available())
        .isEqualTo(Money.ofDollars(100));
  }

  @Test
  void aKeyIsMadeUsedAndDeleted() {
    GeneratedApiKey made =
        client.apiKeys().generate(NewApiKey.of("reader", ApiKeyScope.READ), ApiKeyType.ED25519);
    assertThat(client.apiKeys().list().keys()).extracting(ApiKey::id).contains(made.id());
    ClientConfig config = ClientConfig.of(bench.itself().baseUrl()).withAttempts(1).withTime(time);
    try (KalshiClient reader = KalshiClient.connect(config, made.credentials())) {
      assertThat(reader.portfolio().balance().available()).isEqualTo(START);
      assertThatThrownBy(() -> reader.orders().place(bid("0.40", 1)))
          .isInstanceOf(KalshiPermissionException.class);
      client.apiKeys().delete(made.id());
      assertThatThrownBy(() -> reader.portfolio().balance())
          .isInstanceOf(KalshiAuthenticationException.class);
    }
  }
}
