package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class BookCommandTest {
  private static final String OPERATION = "GET /markets/KXHIGHNY-26JUL04-T85/orderbook";
  private final LocalExchange exchange = new LocalExchange();

  @BeforeEach
  void script() {
    exchange.on(OPERATION, Answers.BOOK);
    exchange.on("GET /markets/QUIET/orderbook", Answers.EMPTY_BOOK);
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  private String show(Object... arguments) {
    String out = exchange.run(arguments).succeeds().out();
    String where = "custom, " + exchange.baseUrl() + "\n\n";
    assertThat(out).startsWith(where);
    return out.substring(where.length());
  }

  @Test
  void showsALadderWithTheBestInTheMiddle() {
    assertThat(show("book", "KXHIGHNY-26JUL04-T85"))
        .isEqualTo(
            """
            KXHIGHNY-26JUL04-T85
                 BIDS   PRICE    ASKS
                       0.4500  310.00
                       0.4400    7.25
              spread 0.0200
                13.00  0.4200
                 5.00  0.4100
              1250.00  0.4000
            """);
    assertThat(exchange.requests(OPERATION).getFirst().query("depth")).containsExactly("10");
    assertThat(exchange.requests(OPERATION).getFirst().isSigned()).isFalse();
  }

  @Test
  void showsNoMoreLevelsThanWereAskedFor() {
    assertThat(show("book", "KXHIGHNY-26JUL04-T85", "--depth", 1))
        .isEqualTo(
            """
            KXHIGHNY-26JUL04-T85
               BIDS   PRICE  ASKS
                     0.4400  7.25
              spread 0.0200
              13.00  0.4200
            """);
    assertThat(exchange.requests(OPERATION).getFirst().query("depth")).containsExactly("1");
  }

  @Test
  void describesTheBookInJson() {
    JsonNode json = exchange.run("book", "KXHIGHNY-26JUL04-T85", "--json").succeeds().json();

    assertThat(json.propertyNames())
        .containsExactly("environment", "baseUrl", "market", "bids", "asks", "spread");
    assertThat(json.get("market").asString()).isEqualTo("KXHIGHNY-26JUL04-T85");
    assertThat(json.get("bids").toString())
        .isEqualTo(
            "[{\"price\":\"0.4200\",\"quantity\":\"13.00\"},"
                + "{\"price\":\"0.4100\",\"quantity\":\"5.00\"},"
                + "{\"price\":\"0.4000\",\"quantity\":\"1250.00\"}]");
    assertThat(json.get("asks").toString())
        .isEqualTo(
            "[{\"price\":\"0.4400\",\"quantity\":\"7.25\"},"
                + "{\"price\":\"0.4500\",\"quantity\":\"310.00\"}]");
    assertThat(json.get("spread").asString()).isEqualTo("0.0200");
  }

  @Test
  void showsAnEmptyBook() {
    assertThat(show("book", "QUIET")).isEqualTo("QUIET\n  BIDS  PRICE  ASKS\n  no orders rest\n");

    JsonNode json = exchange.run("book", "QUIET", "--json").succeeds().json();
    assertThat(json.get("bids")).isEmpty();
    assertThat(json.get("asks")).isEmpty();
    assertThat(json.get("spread").isNull()).isTrue();
  }

  @Test
  void saysWhichSideIsEmpty() {
    exchange.on(
        "GET /markets/BID/orderbook", "{\"orderbook_fp\": {\"yes_dollars\": [[\"0.1\", \"1\"]]}}");
    exchange.on(
        "GET /markets/ASK/orderbook", "{\"orderbook_fp\": {\"no_dollars\": [[\"0.1\", \"1\"]]}}");

    assertThat(show("book", "BID")).contains("\n  nobody asks\n");
    assertThat(show("book", "ASK")).contains("\n  nobody bids\n");
  }

  @Test
  void saysThatThereIsNoSuchMarket() {
    exchange
        .run("book", "KXNOPE", "--json")
        .isFailure("/markets/KXNOPE/orderbook", "404", "not_found", "check the ticker");
  }
}
