package io.github.kalshi4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.call.Attempt;
import io.github.kalshi4j.client.call.CallObserver;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.call.UnknownField;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.exchange.ExchangeStatus;
import io.github.kalshi4j.client.market.Trade;
import io.github.kalshi4j.client.market.TradeQuery;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.Reply;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client does with what the exchange has added since. */
class UnknownFieldsTest {
  private static final String TRADE =
      """
      {"trade_id":"t","ticker":"M","count_fp":"1.00","yes_price_dollars":"0.4200",
       "no_price_dollars":"0.5800","taker_outcome_side":"yes","taker_book_side":"bid",
       "created_time":"2026-09-01T00:00:00Z","is_block_trade":false}
      """;

  private final List<UnknownField> told = new CopyOnWriteArrayList<>();
  private FakeExchange exchange;
  private KalshiClient client;

  @BeforeEach
  void connect() {
    exchange = FakeExchange.start();
    client =
        KalshiClient.connect(
            ClientConfig.of(exchange.baseUrl()).withAttempts(1).withObserver(new Listener(told)));
  }

  @AfterEach
  void close() {
    client.close();
    exchange.close();
  }

  private record Listener(List<UnknownField> told) implements CallObserver {
    @Override
    public void onAttempt(Attempt attempt) {}

    @Override
    public void onUnknown(UnknownField field) {
      told.add(field);
    }
  }

  private void answersTrades(String... trades) {
    exchange.on(
        "GET /markets/trades",
        Reply.json("{\"trades\":[" + String.join(",", trades) + "],\"cursor\":\"\"}"));
  }

  @Test
  void tellsOfAFieldOnceAndCountsItOnAllViewsOfTheClient() {
    String more =
        TRADE.replace("\"trade_id\"", "\"venue\":{\"id\": 7, \"name\": \"x\"},\"trade_id\"");
    answersTrades(more, TRADE, more);

    Page<Trade> page = client.markets().trades(TradeQuery.ALL);
    client.withRequestTimeout(Duration.ofSeconds(9)).markets().trades(TradeQuery.ALL);

    assertThat(page.items()).hasSize(3).containsOnly(page.items().getFirst());
    assertThat(told)
        .containsExactly(new UnknownField("Trade", "venue", 1, "{\"id\":7,\"name\":\"x\"}"));
    assertThat(client.unknownFields())
        .containsExactly(new UnknownField("Trade", "venue", 4, "{\"id\":7,\"name\":\"x\"}"));
  }

  @Test
  void keepsApartFieldsOfTheAnswerAndOfItsItems() {
    exchange.on(
        "GET /markets/trades",
        Reply.json(
            "{\"total\":1,\"trades\":["
                + TRADE.replace("{", "{\"total\":2,")
                + "],\"cursor\":\"\"}"));

    client.markets().trades(TradeQuery.ALL);

    assertThat(client.unknownFields())
        .containsExactlyInAnyOrder(
            new UnknownField("RestMarkets.TradesAnswer", "total", 1, "1"),
            new UnknownField("Trade", "total", 1, "2"));
  }

  @Test
  void failsOnAWordThatIsActedUponAndNamesIt() {
    answersTrades(TRADE, TRADE.replace("\"bid\"", "\"middle\""));

    assertThatThrownBy(() -> client.markets().trades(TradeQuery.ALL))
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessageStartingWith("GET /markets/trades answered what cannot be read: ")
        .hasMessageEndingWith("trades[1].taker_book_side: unknown BookSide \"middle\"");
  }

  @Test
  void knowsNothingUnknownAtFirst() {
    exchange.on(
        "GET /exchange/status", Reply.json("{\"exchange_active\":true,\"trading_active\":true}"));

    ExchangeStatus status = client.exchange().status();

    assertThat(status.shards()).isEqualTo(Collections.emptyList());
    assertThat(client.unknownFields()).isEmpty();
    assertThat(told).isEmpty();
  }
}
