package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.SharedFolder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.contract.ContractChecks;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.OrderRequest;
import io.github.kalshi4j.simulator.internal.stream.StreamFront;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.market.Outcome;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** Subscribes to all there is, so that each kind of frame is held against the specification. */
@Timeout(60)
class StreamContractRunTest {
  private static final UserId ANN = UserId.of("ann");
  private static final UserId BOB = UserId.of("bob");
  private static final Set<String> ALL_TYPES =
      Set.of(
          "subscribed",
          "ok",
          "unsubscribed",
          "error",
          "orderbook_snapshot",
          "orderbook_delta",
          "ticker",
          "trade",
          "fill",
          "user_order",
          "market_position",
          "order_group_updates",
          "market_lifecycle_v2",
          "event_lifecycle",
          "event_fee_update",
          "cfbenchmarks_value",
          "cfbenchmarks_value_indexlist",
          "cfbenchmarks_value_5hz",
          "cfbenchmarks_value_5hz_indexlist",
          "pyth_value",
          "pyth_value_underlying_list");

  private final ContractChecks checks = new ContractChecks();
  private final ManualTimeSource time = ManualTimeSource.at(ServerTest.OPEN.plusSeconds(1));
  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final Set<String> seen = new TreeSet<>();

  private final class Frames implements WebSocket.Listener {
    private final StringBuilder frame = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      frame.append(data);
      if (last) {
        frames.add(frame.toString());
        frame.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }

  @BeforeEach
  void needsTheSpecification() {
    SharedFolder.file("kalshi-api/asyncapi.yaml");
  }

  @Test
  void everyFrameIsAsTheSpecificationSays() throws Exception {
    WorldConfig world =
        WorldConfig.startingAt(ServerTest.OPEN).withCoins(List.of(Coin.BTC)).withCrowded(false);
    SimulatedExchangeConfig config = SimulatedExchangeConfig.EMPTY.withTime(time).withWorld(world);
    try (SimulatedExchange exchange = SimulatedExchange.start(config, checks);
        HttpClient http = HttpClient.newHttpClient()) {
      Credentials key = exchange.openMember(ANN, Money.ofDollars(1000));
      exchange.openMember(BOB, Money.ofDollars(1000));
      list(exchange, ServerTest.EVENT.value());
      WebSocket socket = connect(http, exchange, key);
      converse(socket);
      trade(exchange);
      change(exchange);
      awaitAll();
      socket.abort();
    }
    checks.verify();
  }

  private WebSocket connect(HttpClient http, SimulatedExchange exchange, Credentials key)
      throws Exception {
    WebSocket.Builder builder = http.newWebSocketBuilder();
    String[] headers = ServerTest.headers(key, time.now(), "GET", StreamFront.PATH);
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    return builder.buildAsync(exchange.streamUrl(), new Frames()).get(10, TimeUnit.SECONDS);
  }

  private static void list(SimulatedExchange exchange, String event) {
    ListedMarket market =
        ListedMarket.of(
            MarketTicker.of(event + "-T85"),
            EventTicker.of(event),
            ServerTest.OPEN,
            ServerTest.CLOSE);
    done(exchange, new Command.ListMarket(market));
  }

  private static void done(SimulatedExchange exchange, Command command) {
    assertThat(exchange.execute(command)).isEqualTo(Answer.DONE);
  }

  /** Sends commands, the answers to which are waited for, so that what follows is all told. */
  private void converse(WebSocket socket) throws Exception {
    send(
        socket,
        "{'id':1,'cmd':'subscribe','params':{'channels':['orderbook_delta','ticker','trade','fill',"
            + "'user_orders','market_positions','order_group_updates','market_lifecycle_v2',"
            + "'multivariate_market_lifecycle','communications','cfbenchmarks_value',"
            + "'cfbenchmarks_value_5hz','pyth_value'],'market_tickers':['"
            + ServerTest.MARKET
            + "'],'index_ids':['all'],'underlying_tickers':['all'],"
            + "'send_initial_snapshot':true,'use_yes_price':false}}");
    send(socket, "{'id':2,'cmd':'list_subscriptions'}");
    update(socket, 3, 1, "get_snapshot", ",'market_tickers':['" + ServerTest.MARKET + "']");
    update(socket, 4, 3, "add_markets", ",'market_tickers':['KXNONE-1']");
    update(socket, 5, 3, "delete_markets", ",'market_tickers':['KXNONE-1']");
    update(socket, 6, 11, "indexlist", "");
    update(socket, 7, 11, "unsubscribe_indices", ",'index_ids':['ETHUSD_RTI']");
    update(socket, 8, 12, "indexlist", "");
    update(socket, 9, 13, "underlying_list", "");
    update(socket, 10, 13, "subscribe_underlyings", ",'underlying_tickers':['all']");
    update(socket, 11, 3, "get_snapshot", ",'market_tickers':['KXNONE-1']");
    send(socket, "{'id':12,'cmd':'nonsense'}");
    send(socket, "{'id':13,'cmd':'unsubscribe','params':{'sids':[10]}}");
    await("unsubscribed");
  }

  private static void update(WebSocket socket, int id, int sid, String action, String more)
      throws Exception {
    send(
        socket,
        "{'id':%d,'cmd':'update_subscription','params':{'sid':%d,'action':'%s'%s}}"
            .formatted(id, sid, action, more));
  }

  private static void send(WebSocket socket, String command) throws Exception {
    socket.sendText(command.replace('\'', '"'), true).get(10, TimeUnit.SECONDS);
  }

  private void trade(SimulatedExchange exchange) {
    exchange.execute(new Command.CreateGroup(AccountId.of(ANN), Quantity.ofContracts(5)));
    place(exchange, ANN, BookSide.ASK, "0.6000");
    place(exchange, BOB, BookSide.BID, "0.6200");
    time.advance(Duration.ofSeconds(2));
    done(exchange, new Command.CancelAll(ANN, null));
  }

  private static void place(SimulatedExchange exchange, UserId user, BookSide side, String price) {
    LimitOrder order =
        LimitOrder.goodTillCanceled(
            ServerTest.MARKET, side, Price.of(price), Quantity.ofContracts(2));
    assertThat(exchange.execute(new Command.Place(user, OrderRequest.from(order))))
        .isInstanceOf(Answer.Placed.class);
  }

  private void change(SimulatedExchange exchange) {
    FeeSchedule free = new FeeSchedule(FeeType.QUADRATIC, BigDecimal.ZERO);
    done(exchange, new Command.ChangeFees(ServerTest.MARKET, free));
    list(exchange, "KXLOWNY-26JUL04");
    done(exchange, new Command.MoveClose(ServerTest.MARKET, ServerTest.OPEN.plusSeconds(30)));
    time.advance(Duration.ofMinutes(1));
    done(exchange, new Command.Determine(ServerTest.MARKET, Outcome.YES));
    time.advance(Duration.ofSeconds(2));
    done(exchange, new Command.CancelAll(ANN, null));
  }

  private void await(String type) throws Exception {
    while (!seen.contains(type)) {
      String frame = frames.poll(10, TimeUnit.SECONDS);
      assertThat(frame).as("a frame, while waiting for %s; seen %s", type, seen).isNotNull();
      assertThat(frame).endsWith("}\n");
      checks.frame(frame);
      seen.add(JsonMapper.shared().readTree(frame).get("type").asString());
    }
  }

  private void awaitAll() throws Exception {
    for (String type : ALL_TYPES) {
      await(type);
    }
    for (String frame = frames.poll(); frame != null; frame = frames.poll()) {
      checks.frame(frame);
    }
  }
}
