package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class MarketsCommandTest {
  private final LocalExchange exchange = new LocalExchange();

  @AfterEach
  void close() {
    exchange.close();
  }

  private ReceivedRequest request() {
    return exchange.requests().getFirst();
  }

  @Test
  void listsMarketsInATable() {
    exchange.on(
        "GET /markets",
        Answers.markets(
            "",
            Answers.market("KXHIGHNY-26JUL04-T85"),
            Answers.market(
                "KXHIGHNY-26JUL04-T100", "0.0000", "0.0050", "0.0000", "100° or above")));

    assertThat(exchange.run("markets").succeeds().out())
        .isEqualTo(
            """
            custom, %s

            MARKET                    BID     ASK    LAST    VOLUME  CLOSES                YES
            KXHIGHNY-26JUL04-T85   0.4200  0.4400  0.4300  15210.25  2026-07-05T03:59:00Z  85° or above
            KXHIGHNY-26JUL04-T100       -  0.0050       -  15210.25  2026-07-05T03:59:00Z  100° or above
            """
                .formatted(exchange.baseUrl()));
  }

  @Test
  void asksForOpenMarketsThatAreNoCombosUnlessToldOtherwise() {
    exchange.on("GET /markets", Answers.markets(""));

    assertThat(exchange.run("markets").succeeds().out()).endsWith("\nThere is no such market.\n");

    assertThat(request().query("status")).containsExactly("open");
    assertThat(request().query("mve_filter")).containsExactly("exclude");
    assertThat(request().query("limit")).containsExactly("21");
    assertThat(request().isSigned()).isFalse();
  }

  @Test
  void passesItsFiltersOn() {
    exchange.on("GET /markets", Answers.markets(""));

    exchange
        .run(
            "markets",
            "--series",
            "KXHIGHNY",
            "--event",
            "KXHIGHNY-26JUL04",
            "--status",
            "settled",
            "--limit",
            "10000")
        .succeeds();

    assertThat(request().query("series_ticker")).containsExactly("KXHIGHNY");
    assertThat(request().query("event_ticker")).containsExactly("KXHIGHNY-26JUL04");
    assertThat(request().query("status")).containsExactly("settled");
    assertThat(request().query("limit")).containsExactly("1000");
    assertThat(request().query("mve_filter")).isEmpty();
  }

  @Test
  void asksForAllStatusesWhereAllAreMeant() {
    exchange.on("GET /markets", Answers.markets(""));

    exchange.run("markets", "--status", "all").succeeds();

    assertThat(request().query("status")).isEmpty();
  }

  @Test
  void describesMarketsInJson() {
    exchange.on(
        "GET /markets",
        Answers.markets(
            "",
            Answers.market("KXHIGHNY-26JUL04-T85"),
            Answers.market("KXHIGHNY-26JUL04-T99", "0.0000", "1.0000", "0.0000", "99° or above")));

    JsonNode json = exchange.run("markets", "--json").succeeds().json();

    assertThat(json.propertyNames()).containsExactly("environment", "baseUrl", "markets", "more");
    assertThat(json.get("environment").asString()).isEqualTo("custom");
    assertThat(json.get("baseUrl").asString()).isEqualTo(exchange.baseUrl().toString());
    assertThat(json.get("more").asBoolean()).isFalse();
    JsonNode market = json.at("/markets/0");
    assertThat(market.get("ticker").asString()).isEqualTo("KXHIGHNY-26JUL04-T85");
    assertThat(market.get("event").asString()).isEqualTo("KXHIGHNY-26JUL04");
    assertThat(market.get("status").asString()).isEqualTo("active");
    assertThat(market.get("yesSubTitle").asString()).isEqualTo("85° or above");
    assertThat(market.get("bid").asString()).isEqualTo("0.4200");
    assertThat(market.get("bidQuantity").asString()).isEqualTo("13.00");
    assertThat(market.get("ask").asString()).isEqualTo("0.4400");
    assertThat(market.get("lastPrice").asString()).isEqualTo("0.4300");
    assertThat(market.get("volume").asString()).isEqualTo("15210.25");
    assertThat(market.get("closeTime").asString()).isEqualTo("2026-07-05T03:59:00.500Z");
    assertThat(market.get("floorStrike").asString()).isEqualTo("85.5");
    assertThat(market.get("exchangeIndex").asInt()).isZero();
    assertThat(market.get("result").isNull()).isTrue();
    assertThat(json.at("/markets/1/bid").isNull()).isTrue();
    assertThat(json.at("/markets/1/ask").isNull()).isTrue();
    assertThat(json.at("/markets/1/lastPrice").isNull()).isTrue();
  }

  @Test
  void goesOverAsManyPagesAsTheLimitTakes() {
    for (int page = 0; page < 4; page++) {
      int first = page * 2;
      exchange.on(
          "GET /markets",
          Reply.json(
              Answers.markets(
                  "after" + page,
                  Answers.market("A-" + first),
                  Answers.market("A-" + (first + 1)))));
    }

    JsonNode json = exchange.run("markets", "--limit", 5, "--json").succeeds().json();

    assertThat(json.get("markets").valueStream().map(m -> m.get("ticker").asString()))
        .containsExactlyElementsOf(IntStream.range(0, 5).mapToObj(i -> "A-" + i).toList());
    assertThat(json.get("more").asBoolean()).isTrue();
    assertThat(exchange.requests("GET /markets").stream().flatMap(r -> r.query("cursor").stream()))
        .containsExactly("after0", "after1");
  }

  @Test
  void saysThatTheListGoesOn() {
    exchange.on("GET /markets", Answers.markets("next", Answers.market("A"), Answers.market("B")));

    assertThat(exchange.run("markets", "--limit", 1).succeeds().out())
        .endsWith("\n\nThere are more, see --limit.\n");
  }

  @Test
  void keepsTitlesOnOneLineAndFromSteeringTheTerminal() {
    String title = "\\u001b[2Jfirst\\nsecond\\tthird " + "long ".repeat(20);
    exchange.on(
        "GET /markets", Answers.markets("", Answers.market("A", "0.1", "0.2", "0.1", title)));

    List<String> lines = exchange.run("markets").succeeds().out().lines().toList();

    assertThat(lines).hasSize(4);
    assertThat(lines.getLast())
        .containsPattern("  \\[2Jfirst second third long .*…$")
        .doesNotContain("\u001b");
  }
}
