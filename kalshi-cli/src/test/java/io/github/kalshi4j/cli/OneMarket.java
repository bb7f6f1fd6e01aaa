package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.FakeFeed;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The market of {@link SmallTapes} as an exchange has it, for commands that follow its stream. */
final class OneMarket {
  static final MarketTicker TICKER = SmallTapes.MARKET.ticker();
  static final String SERIES = SmallTapes.MARKET.series().value();
  static final String FEE_MULTIPLIER = "0.5";

  /** The variables that name a key which the exchange knows. */
  static final Map<String, String> KEY =
      Map.of(
          Credentials.KEY_ID_VARIABLE,
          TestKeys.ID.value(),
          Credentials.KEY_VARIABLE,
          LocalExchange.pem(TestKeys.ED25519.getPrivate()));

  private OneMarket() {}

  /** Lets an exchange have it; it trades from a time on for fifteen minutes. */
  static void trade(FakeExchange exchange, Instant open) {
    String market =
        Answers.market(TICKER.value())
            .replace("KXHIGHNY-26JUL04", SmallTapes.MARKET.event().value())
            .replaceFirst("\"open_time\": \"[^\"]*\"", "\"open_time\": \"" + open + '"')
            .replaceFirst(
                "\"close_time\": \"[^\"]*\"",
                "\"close_time\": \"" + open.plus(Duration.ofMinutes(15)) + '"');
    exchange.on(
        "GET /markets",
        request ->
            Reply.json(
                request.query("status").contains("open")
                    ? Answers.markets("", market)
                    : Answers.markets("")));
    exchange.on("GET /markets/" + TICKER, Reply.json("{\"market\": " + market + "}"));
    exchange.on(
        "GET /events/" + SmallTapes.MARKET.event(),
        Reply.json(
            """
            {"event": {"event_ticker": "%s", "series_ticker": "%s", "sub_title": "", "title": "",
             "collateral_return_type": "", "mutually_exclusive": false, "category": "Crypto",
             "strike_date": null, "strike_period": "", "available_on_brokers": false,
             "product_metadata": null}, "markets": []}
            """
                .formatted(SmallTapes.MARKET.event(), SERIES)));
    exchange.on(
        "GET /series/" + SERIES,
        Reply.json(
            """
            {"series": {"ticker": "%s", "frequency": "fifteen_min", "title": "",
             "category": "Crypto", "categories": [], "tags": [], "settlement_sources": [],
             "contract_url": "", "contract_terms_url": "", "product_metadata": null,
             "fee_type": "quadratic", "fee_multiplier": %s, "additional_prohibitions": []}}
            """
                .formatted(SERIES, FEE_MULTIPLIER)));
  }

  /** Lets its book have one level on each side. */
  static void book(FakeFeed feed) {
    feed.book(
        TICKER,
        List.of(FakeFeed.level("0.4000", "10.00")),
        List.of(FakeFeed.level("0.4200", "5.00")));
  }
}
