package io.github.kalshi4j.cli;

import static io.github.kalshi4j.cli.Table.Column.left;
import static io.github.kalshi4j.cli.Table.Column.right;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.market.ComboFilter;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.market.MarketFilterStatus;
import io.github.kalshi4j.client.market.MarketQuery;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Lists markets. */
@Command(
    name = "markets",
    description = {
      "Lists markets and their best prices, which are YES prices.",
      "Combos are among them only where their series or event is named."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {"", ExchangeOptions.WHERE})
final class MarketsCommand implements Callable<Integer> {
  private static final int LONGEST_TITLE = 60;

  @Option(
      names = "--series",
      paramLabel = "TICKER",
      converter = Converters.Series.class,
      description = "Only markets of this series.")
  private @Nullable SeriesTicker series;

  @Option(
      names = "--event",
      paramLabel = "TICKER",
      converter = Converters.Event.class,
      description = "Only markets of this event.")
  private @Nullable EventTicker event;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      defaultValue = "open",
      converter = Converters.MarketStatuses.class,
      description = "unopened, open (default), paused, closed, settled or all.")
  private @Nullable MarketFilterStatus status;

  @Mixin private final ListOptions options;

  MarketsCommand(Console console) {
    options = new ListOptions(console);
  }

  @Override
  public Integer call() {
    Listing<Market> markets;
    try (KalshiClient client = options.exchange().open()) {
      markets = options.read(query(), client.markets()::all);
    }
    options.print("market", markets, MarketsCommand::table, MarketsCommand::describe);
    return Cli.SUCCESS;
  }

  private MarketQuery query() {
    MarketQuery query = MarketQuery.ALL;
    if (series != null) {
      query = query.withSeries(series);
    }
    if (event != null) {
      query = query.withEvent(event);
    }
    if (series == null && event == null) {
      query = query.withCombos(ComboFilter.EXCLUDE); // there are thousands, and they come first
    }
    return status == null ? query : query.withStatus(status);
  }

  private static Table table(Listing<Market> markets) {
    Table table =
        new Table(
            left("MARKET"),
            right("BID"),
            right("ASK"),
            right("LAST"),
            right("VOLUME"),
            left("CLOSES"),
            left("YES"));
    for (Market market : markets.items()) {
      table.row(
          market.ticker().value(),
          Shown.cell(market.bid()),
          Shown.cell(market.ask()),
          Shown.cell(market.lastPrice()),
          market.volume().toString(),
          Shown.cell(market.close()),
          cut(market.yesSubTitle()));
    }
    return table;
  }

  private static String cut(String title) {
    String line = Failures.oneLine(title);
    return line.codePointCount(0, line.length()) <= LONGEST_TITLE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE - 1)).strip() + "…";
  }

  private static void describe(Market market, ObjectNode node) {
    node.put("ticker", market.ticker().value());
    node.put("event", market.event().value());
    node.put("type", Shown.json(market.type()));
    node.put("status", Shown.json(market.status()));
    node.put("yesSubTitle", market.yesSubTitle());
    node.put("noSubTitle", market.noSubTitle());
    node.put("bid", Shown.json(market.bid()));
    node.put("bidQuantity", Shown.json(market.bidQuantity()));
    node.put("ask", Shown.json(market.ask()));
    node.put("askQuantity", Shown.json(market.askQuantity()));
    node.put("lastPrice", Shown.json(market.lastPrice()));
    node.put("volume", Shown.json(market.volume()));
    node.put("volume24h", Shown.json(market.volume24h()));
    node.put("openInterest", Shown.json(market.openInterest()));
    node.put("openTime", Shown.json(market.open()));
    node.put("closeTime", Shown.json(market.close()));
    node.put("expectedExpirationTime", Shown.json(market.expectedExpiration()));
    node.put("strikeType", Shown.json(market.strikeType()));
    node.put("floorStrike", Shown.json(market.floorStrike()));
    node.put("capStrike", Shown.json(market.capStrike()));
    node.put("priceLevelStructure", market.priceLevelStructure());
    node.put("exchangeIndex", market.exchangeIndex());
    node.put("result", Shown.json(market.result()));
    node.put("settlementValue", Shown.json(market.settlementValue()));
    node.put("settlementTime", Shown.json(market.settled()));
  }
}
