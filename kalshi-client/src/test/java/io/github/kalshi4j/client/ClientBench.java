package io.github.kalshi4j.client;

import io.github.kalshi4j.client.call.Attempt;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A client and the fake exchange it speaks with; pauses between attempts take no time. */
final class ClientBench implements AutoCloseable {
  static final String STATUS = "GET /exchange/status";
  static final String PLACE = "POST /portfolio/events/orders";
  static final Reply OPEN = Reply.json("{\"exchange_active\":true,\"trading_active\":true}");
  static final Reply PLACED =
      Reply.json(
          201,
          "{\"order_id\":\"o-1\",\"client_order_id\":\"c-1\",\"fill_count\":\"0.00\","
              + "\"remaining_count\":\"10.00\",\"ts_ms\":1795788900123}");
  static final MarketTicker MARKET = MarketTicker.of("KXBTC15M-26NOV271430-30");
  static final LimitOrder ORDER =
      LimitOrder.goodTillCanceled(
              MARKET, BookSide.BID, Price.of("0.5600"), Quantity.ofContracts(10))
          .withClientOrderId(ClientOrderId.of("c-1"));

  private static final RateLimits.Bucket AMPLE = new RateLimits.Bucket(100_000, 100_000);

  final ManualTimeSource time = ManualTimeSource.advancing();
  final FakeExchange exchange;
  final List<Attempt> attempts = new CopyOnWriteArrayList<>();
  final KalshiClient client;

  private ClientBench(FakeExchange exchange, UnaryOperator<ClientConfig> change) {
    this.exchange = exchange;
    exchange.useClock(time::now);
    client =
        KalshiClient.connect(
            change.apply(
                ClientConfig.of(exchange.baseUrl())
                    .withRateLimits(new RateLimits(AMPLE, AMPLE))
                    .withObserver(attempts::add)
                    .withTime(time)),
            TestKeys.credentials());
  }

  static ClientBench open() {
    return open(config -> config);
  }

  static ClientBench open(UnaryOperator<ClientConfig> change) {
    return new ClientBench(FakeExchange.start(), change);
  }

  /** Opens one whose attempts run out of time soon. */
  static ClientBench impatient() {
    return open(config -> config.withRequestTimeout(Duration.ofMillis(300)).withAttempts(2));
  }

  static ClientBench with(FakeExchange exchange, UnaryOperator<ClientConfig> change) {
    return new ClientBench(exchange, change);
  }

  @Override
  public void close() {
    client.close();
    exchange.close();
  }
}
