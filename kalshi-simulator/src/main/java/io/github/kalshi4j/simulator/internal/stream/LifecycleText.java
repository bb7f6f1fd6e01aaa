package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.PriceBand;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.internal.rest.MarketText;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.market.MarketStep;
import io.github.kalshi4j.simulator.market.Outcome;
import io.github.kalshi4j.simulator.series.CatalogueMarket;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is said of the lives of markets and events. */
final class LifecycleText {
  private LifecycleText() {}

  /**
   * Returns what is said of a new market.
   *
   * @param known what the catalogue knows of it; null if it was listed by hand
   */
  static String created(
      ExchangeEvent.MarketChanged change, ListedMarket listed, @Nullable CatalogueMarket known) {
    ObjectText text =
        new ObjectText()
            .put("market_ticker", change.market().value())
            .put("exchange_index", listed.shard())
            .put("open_ts", listed.open().getEpochSecond())
            .put("close_ts", change.close().getEpochSecond())
            .putJson("additional_metadata", metadata(change, listed, known))
            .put("event_type", "created");
    return grid(text, change.grid(), known).toString();
  }

  private static String metadata(
      ExchangeEvent.MarketChanged change, ListedMarket listed, @Nullable CatalogueMarket known) {
    String title = MarketText.title(change.market(), known);
    String subTitle = MarketText.subTitle(known);
    Instant expected = known == null ? change.close() : known.expectedExpiration();
    ObjectText text =
        new ObjectText()
            .put("name", title)
            .put("title", title)
            .put("yes_sub_title", subTitle)
            .put("no_sub_title", subTitle)
            .put("rules_primary", MarketText.primaryRules(known))
            .put("rules_secondary", MarketText.secondaryRules(known))
            .put("can_close_early", true)
            .put("event_ticker", listed.event().value())
            .put("expected_expiration_ts", expected.getEpochSecond());
    return known == null ? text.toString() : strike(text, known).toString();
  }

  private static ObjectText strike(ObjectText text, CatalogueMarket known) {
    text.put("strike_type", known.strikeType().wire());
    return known.strike() == null ? text : text.put("floor_strike", known.strike());
  }

  private static ObjectText grid(ObjectText text, PriceGrid grid, @Nullable CatalogueMarket known) {
    StringBuilder ranges = new StringBuilder("[");
    for (PriceBand band : grid.bands()) {
      ranges.append(ranges.length() > 1 ? "," : "");
      ranges.append(
          new ObjectText()
              .put("start", band.start().toString())
              .put("end", band.end().toString())
              .put("step", band.step().toString()));
    }
    return text.put("price_level_structure", MarketText.structure(grid, known))
        .putJson("price_ranges", ranges.append(']'));
  }

  /**
   * Returns what is said of a later step that the feed tells of. A void market is determined
   * without a result.
   *
   * @param known what the catalogue knows of the market; null if it was listed by hand
   */
  static String changed(ExchangeEvent.MarketChanged change, @Nullable CatalogueMarket known) {
    ObjectText text = new ObjectText().put("market_ticker", change.market().value());
    long seconds = Times.seconds(change.timeMicros());
    switch (change.step()) {
      case ACTIVATED -> text.put("is_deactivated", false);
      case DEACTIVATED -> text.put("is_deactivated", true);
      case CLOSE_DATE_UPDATED -> text.put("close_ts", change.close().getEpochSecond());
      case DETERMINED -> {
        text.put("determination_ts", seconds);
        if (Objects.requireNonNull(change.outcome()) instanceof Outcome.Paid(var result)) {
          text.put("result", result.wire());
          text.put("settlement_value", result.settlementValue().toString());
        }
      }
      case SETTLED -> text.put("settled_ts", seconds);
      case PRICE_LEVEL_STRUCTURE_UPDATED -> grid(text, change.grid(), known);
      case CREATED, OPENED, CLOSED, FEES_UPDATED, SETTLEMENT_FLOOR_RAISED, DISPUTED ->
          throw new IllegalArgumentException("no later step that is told: " + change.step());
    }
    return text.put("event_type", word(change.step())).toString();
  }

  private static String word(MarketStep step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  /** Returns what is said when the strike of a market becomes known. */
  static String strikeKnown(CatalogueMarket market) {
    ObjectText text =
        new ObjectText()
            .put("event_type", "metadata_updated")
            .put("market_ticker", market.listed().market().value());
    return strike(text, market).put("yes_sub_title", MarketText.subTitle(market)).toString();
  }

  /**
   * Returns what is said of a new event.
   *
   * @param first its first market
   * @param known what the catalogue knows of that; null if it was listed by hand
   */
  static String event(ListedMarket first, @Nullable CatalogueMarket known) {
    return new ObjectText()
        .put("event_ticker", first.event().value())
        .put("exchange_index", first.shard())
        .put("title", MarketText.eventTitle(first.event(), known))
        .put("subtitle", MarketText.eventSubTitle(known))
        .put("collateral_return_type", "")
        .put("series_ticker", series(first.event()))
        .toString();
  }

  /** Returns the series of an event: what stands before the first dash. */
  private static String series(EventTicker event) {
    String name = event.value();
    int dash = name.indexOf('-');
    return dash < 0 ? name : name.substring(0, dash);
  }

  /**
   * Returns what is said when the fees of an event's markets change.
   *
   * @param override what is charged now; null where it is what was charged at first
   */
  static String fees(EventTicker event, @Nullable FeeSchedule override) {
    ObjectText text = new ObjectText().put("event_ticker", event.value());
    if (override == null) {
      text.putJson("fee_type_override", "null").putJson("fee_multiplier_override", "null");
    } else {
      text.put("fee_type_override", override.type().wire())
          .put("fee_multiplier_override", override.multiplier());
    }
    return text.toString();
  }
}
