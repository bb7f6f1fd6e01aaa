package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.access.StreamPolicies;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.OrderRequest;
import io.github.kalshi4j.simulator.exchange.OrderTarget;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.internal.stream.FrameFate;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.world.WorldListener;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;

/** What the feed shows, while others trade and the reader changes his mind. */
class StreamBookLaws {
  private static final List<MarketTicker> MARKETS =
      Stream.of("KXA-1", "KXB-1", "KXC-1").map(MarketTicker::of).toList();
  private static final int ORDERS = 150;
  private static final int COMMANDS = 40;

  /** A book in YES prices: of each side the hundredths at each price. */
  private record Book(TreeMap<Price, Long> bids, TreeMap<Price, Long> asks) {
    Book() {
      this(new TreeMap<>(), new TreeMap<>());
    }

    Book(Book other) {
      this(new TreeMap<>(other.bids), new TreeMap<>(other.asks));
    }

    void change(BookSide side, Price price, long hundredths) {
      (side == BookSide.BID ? bids : asks)
          .merge(price, hundredths, (old, by) -> old + by == 0 ? null : Long.valueOf(old + by));
    }
  }

  /** What a market's book has been, and when it became so. */
  private static final class History implements WorldListener {
    final Map<MarketTicker, List<Book>> books = new HashMap<>();
    final Map<MarketTicker, List<Long>> times = new HashMap<>();

    History() {
      for (MarketTicker market : MARKETS) {
        books.put(market, new ArrayList<>(List.of(new Book())));
        times.put(market, new ArrayList<>(List.of(Long.MIN_VALUE)));
      }
    }

    @Override
    public void on(ExchangeEvent event) {
      if (event instanceof ExchangeEvent.BookChanged change) {
        List<Book> all = books.get(change.market());
        Book next = new Book(all.getLast());
        next.change(change.side(), change.price(), change.hundredths());
        all.add(next);
        times.get(change.market()).add(change.timeMicros());
      }
    }

    /** Returns the book after all changes up to a time. */
    Book at(MarketTicker market, long micros) {
      List<Long> all = times.get(market);
      int last = all.size() - 1;
      while (all.get(last) > micros) {
        last--;
      }
      return books.get(market).get(last);
    }
  }

  /** A book kept from the feed, and after how many changes it may stand. */
  private static final class Kept {
    Book book = new Book();
    TreeSet<Integer> places = new TreeSet<>();
  }

  @Property(tries = 12)
  void theBookOfTheFeedIsTheEnginesAtEveryNumber(@ForAll long seed, @ForAll boolean useYesPrice)
      throws Exception {
    List<ListedMarket> listed =
        MARKETS.stream()
            .map(each -> ListedMarket.of(each, ServerTest.EVENT, ServerTest.OPEN, ServerTest.CLOSE))
            .toList();
    History history = new History();
    List<JsonNode> frames = new ArrayList<>();
    try (StreamBench bench =
            new StreamBench(StreamPolicies.DEFAULT, user -> FrameFate.SENT, listed);
        RawStream stream = bench.open();
        ExecutorService traders = Executors.newVirtualThreadPerTaskExecutor()) {
      bench.floor.listen(history);
      CompletableFuture<Void> trading =
          CompletableFuture.runAsync(() -> trade(bench, new SplittableRandom(seed)), traders);
      stream.send(
          """
          {"id":1,"cmd":"subscribe","params":{"channels":["orderbook_delta","ticker"],\
          "market_tickers":["KXA-1"],"use_yes_price":%s}}\
          """
              .formatted(useYesPrice));
      SplittableRandom random = new SplittableRandom(~seed);
      for (int i = 0; i < COMMANDS; i++) {
        stream.send(command(random));
      }
      trading.get(20, TimeUnit.SECONDS);
      stream.send("{\"id\":9,\"cmd\":\"list_subscriptions\"}");
      for (JsonNode frame = stream.nextJson();
          frame.path("id").asInt(0) != 9;
          frame = stream.nextJson()) {
        frames.add(frame);
      }
    }
    check(frames, history, useYesPrice);
  }

  private static void trade(StreamBench bench, SplittableRandom random) {
    for (int i = 0; i < ORDERS; i++) {
      bench.time.advance(Duration.ofNanos(random.nextLong(40_000_000)));
      bench.floor.call(engine -> engine.execute(engine.timeMicros(), order(engine, random)));
    }
    bench.time.advance(Duration.ofSeconds(1)); // for the last ticker
    bench.floor.call(engine -> engine);
  }

  private static Command order(SimulatedEngine engine, SplittableRandom random) {
    UserId user = random.nextBoolean() ? StreamBench.ANN : StreamBench.BOB;
    List<Order> resting = engine.restingOrders(user);
    if (!resting.isEmpty() && random.nextInt(4) == 0) {
      Order order = resting.get(random.nextInt(resting.size()));
      return new Command.Cancel(user, OrderTarget.in(order.market(), order.id()));
    }
    LimitOrder order =
        LimitOrder.goodTillCanceled(
            MARKETS.get(random.nextInt(MARKETS.size())),
            random.nextBoolean() ? BookSide.BID : BookSide.ASK,
            new Price(4600 + 100 * random.nextInt(8)),
            Quantity.ofContracts(1 + random.nextInt(20)));
    return new Command.Place(user, OrderRequest.from(order));
  }

  private static String command(SplittableRandom random) {
    String action =
        switch (random.nextInt(4)) {
          case 0, 1 -> "add_markets";
          case 2 -> "delete_markets";
          default -> "get_snapshot";
        };
    int sid = action.equals("get_snapshot") ? 1 : 1 + random.nextInt(2);
    return """
    {"id":2,"cmd":"update_subscription","params":{"sid":%d,"action":"%s","market_tickers":["%s"]}}\
    """
        .formatted(sid, action, MARKETS.get(random.nextInt(MARKETS.size())).value());
  }

  private static void check(List<JsonNode> frames, History history, boolean useYesPrice) {
    Map<MarketTicker, Kept> kept = new HashMap<>();
    long number = 0;
    for (JsonNode frame : frames) {
      JsonNode body = frame.path("msg");
      String type = frame.get("type").stringValue();
      if (frame.path("sid").asInt(0) == 1) {
        assertThat(frame.get("seq").longValue()).isEqualTo(++number);
      }
      switch (type) {
        case "ok" -> {
          if (frame.get("sid").intValue() == 1) {
            TreeSet<String> named = new TreeSet<>();
            body.get("market_tickers").forEach(each -> named.add(each.stringValue()));
            kept.keySet().removeIf(market -> !named.contains(market.value()));
          }
        }
        case "orderbook_snapshot" -> snapshot(frame, body, kept, history, useYesPrice);
        case "orderbook_delta" -> {
          Kept book = kept.get(market(body));
          assertThat(book).as("a book of %s", body).isNotNull();
          boolean no = body.get("side").stringValue().equals("no");
          book.book.change(
              no ? BookSide.ASK : BookSide.BID,
              price(body.get("price_dollars").stringValue(), no && !useYesPrice),
              hundredths(body.get("delta_fp").stringValue()));
          TreeSet<Integer> moved = new TreeSet<>();
          book.places.forEach(place -> moved.add(place + 1));
          book.places = moved;
          narrow(book, history.books.get(market(body)));
        }
        case "ticker" -> {
          Instant time = Instant.parse(body.get("time").stringValue());
          long micros = time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
          Book book = history.at(market(body), micros);
          assertThat(body.get("yes_bid_dollars").stringValue())
              .isEqualTo(book.bids.isEmpty() ? "0.0000" : book.bids.lastKey().toString());
          assertThat(body.get("yes_ask_dollars").stringValue())
              .isEqualTo(book.asks.isEmpty() ? "1.0000" : book.asks.firstKey().toString());
        }
        default -> assertThat(type).isEqualTo("subscribed");
      }
    }
    assertThat(number).isPositive();
    kept.forEach(
        (market, book) -> assertThat(book.places).contains(history.books.get(market).size() - 1));
  }

  private static void snapshot(
      JsonNode frame,
      JsonNode body,
      Map<MarketTicker, Kept> kept,
      History history,
      boolean useYesPrice) {
    Kept shown = new Kept();
    body.path("yes_dollars_fp")
        .forEach(level ->
            shown.book.change(
                BookSide.BID,
                price(level.get(0).stringValue(), false),
                hundredths(level.get(1).stringValue())));
    body.path("no_dollars_fp")
        .forEach(level ->
            shown.book.change(
                BookSide.ASK,
                price(level.get(0).stringValue(), !useYesPrice),
                hundredths(level.get(1).stringValue())));
    List<Book> books = history.books.get(market(body));
    for (int i = 0; i < books.size(); i++) {
      shown.places.add(i);
    }
    narrow(shown, books);
    if (!frame.has("id")) {
      kept.put(market(body), shown);
    } else if (kept.get(market(body)) instanceof Kept before) {
      assertThat(shown.book).isEqualTo(before.book);
      assertThat(shown.places).containsAll(before.places);
    }
  }

  /** Strikes out the places at which the book was another one; one must be left. */
  private static void narrow(Kept kept, List<Book> books) {
    kept.places.removeIf(place -> place >= books.size() || !books.get(place).equals(kept.book));
    assertThat(kept.places).as("places of %s", kept.book).isNotEmpty();
  }

  private static MarketTicker market(JsonNode body) {
    return MarketTicker.of(body.get("market_ticker").stringValue());
  }

  private static Price price(String text, boolean complement) {
    Price price = Price.of(text);
    return complement ? price.complement() : price;
  }

  private static long hundredths(String text) {
    return new BigDecimal(text).movePointRight(2).longValueExact();
  }
}
