package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.call.Attempt;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;

/**
 * Tests of calls that pass against any exchange that behaves: an exchange of its own, on which a
 * market is open whose book is empty, and a client. Pauses between attempts take no time, unless
 * the clock is held by hand.
 */
public abstract class RestSuite {
  protected static final String STATUS = "GET /exchange/status";
  protected static final String BALANCE = "GET /portfolio/balance";
  protected static final String AS_OF = "GET /exchange/user_data_timestamp";
  protected static final String LIVE = "GET /portfolio/orders";
  protected static final String ARCHIVED = "GET /historical/orders";
  protected static final String PLACE = "POST /portfolio/events/orders";
  protected static final String PLACE_ALL = "POST /portfolio/events/orders/batched";
  protected static final MarketTicker MARKET = MarketTicker.of("KXTEST-26NOV27-A");
  protected static final LimitOrder ORDER =
      LimitOrder.goodTillCanceled(
              MARKET, BookSide.BID, Price.of("0.5600"), Quantity.ofContracts(10))
          .withClientOrderId(ClientOrderId.of("c-1"));

  private static final RateLimits.Bucket AMPLE = new RateLimits.Bucket(100_000, 100_000);

  /** The clock of the client and the exchange. */
  protected final ManualTimeSource time;

  protected final TestExchange bench;
  protected final FakeExchange exchange;
  protected final Happenings happenings;

  /** What all clients of {@link #connect} tried. */
  protected final List<Attempt> attempts = new CopyOnWriteArrayList<>();

  protected final KalshiClient client;
  private final List<KalshiClient> clients = new ArrayList<>();

  protected RestSuite() {
    this(ManualTimeSource.advancing());
  }

  protected RestSuite(ManualTimeSource time) {
    this.time = time;
    bench = open(time);
    exchange = bench.front();
    happenings = bench.happenings();
    happenings.list(List.of(MARKET));
    client = connect(config -> config);
  }

  /** Opens an exchange that runs by a clock. It is called before the test is constructed. */
  protected abstract TestExchange open(ManualTimeSource clock);

  /** Connects a client of the member's, who may ask for much unless this says otherwise. */
  protected final KalshiClient connect(UnaryOperator<ClientConfig> change) {
    return connect(change, TestKeys.credentials());
  }

  protected final KalshiClient connect(
      UnaryOperator<ClientConfig> change, Credentials credentials) {
    ClientConfig ample = config().withRateLimits(new RateLimits(AMPLE, AMPLE));
    KalshiClient connected = KalshiClient.connect(change.apply(ample), credentials);
    clients.add(connected);
    return connected;
  }

  /** Returns a configuration whose client asks the exchange for its limits. */
  protected final ClientConfig config() {
    return ClientConfig.of(exchange.baseUrl()).withObserver(attempts::add).withTime(time);
  }

  /** Returns the orders that the exchange has of the member. */
  protected final List<Order> orders() {
    return client.orders().all(OrderQuery.ALL).toList();
  }

  /** Returns an order like {@link #ORDER} of another name. */
  protected static LimitOrder order(int number) {
    return ORDER.withClientOrderId(ClientOrderId.of("c-" + number));
  }

  /** Waits until something that nobody announces is so, at most ten seconds. */
  protected static void eventually(BooleanSupplier condition) {
    StreamSuite.eventually(condition);
  }

  @AfterEach
  final void closeClientsAndExchange() {
    clients.forEach(KalshiClient::close);
    bench.close();
  }
}
