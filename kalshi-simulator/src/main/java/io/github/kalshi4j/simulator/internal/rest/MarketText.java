package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.market.StrikeType;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.series.CatalogueMarket;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is said about markets and events in words, over REST and on the stream alike: much where the
 * catalogue knows them, their tickers where they were listed by a command.
 */
public final class MarketText {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM d, uuuu 'at' h:mm a z", Locale.ENGLISH);

  private MarketText() {}

  /** Returns what a market is called. */
  public static String title(MarketTicker ticker, @Nullable CatalogueMarket known) {
    return known == null ? ticker.value() : known.title();
  }

  /** Returns what one line of an event is called: the level to be reached, once it is known. */
  public static String subTitle(@Nullable CatalogueMarket known) {
    if (known == null) {
      return "";
    }
    BigDecimal strike = known.strike();
    return strike == null
        ? "Target Price: TBD"
        : "Target Price: " + dollars(strike, known.coin().decimals());
  }

  /**
   * Returns what an event is called.
   *
   * @param known what the catalogue knows of its first market
   */
  public static String eventTitle(EventTicker ticker, @Nullable CatalogueMarket known) {
    return known == null ? ticker.value() : known.eventTitle();
  }

  /** Returns when an event is, of which the same holds. */
  public static String eventSubTitle(@Nullable CatalogueMarket known) {
    return known == null ? "" : "On " + time(known.listed().close());
  }

  /** Returns when a market resolves to YES. */
  public static String primaryRules(@Nullable CatalogueMarket known) {
    if (known == null) {
      return "";
    }
    return "If the simple average of the sixty seconds of "
        + known.coin().index()
        + " before "
        + time(known.listed().close())
        + " is "
        + (known.strikeType() == StrikeType.GREATER_OR_EQUAL ? "at least" : "above")
        + ' '
        + level(known)
        + ", then the market resolves to Yes.";
  }

  /** Returns what else there is to know. */
  public static String secondaryRules(@Nullable CatalogueMarket known) {
    if (known == null) {
      return "";
    }
    return "The index of "
        + known.coin().name()
        + " is simulated. If it has no value, positions are paid back at their cost.";
  }

  private static String level(CatalogueMarket market) {
    BigDecimal strike = market.strike();
    return strike == null
        ? "the average of the sixty seconds before " + time(market.listed().open())
        : dollars(strike, market.coin().decimals());
  }

  /**
   * Returns the exchange's name of a grid: that with which the market was listed, as long as it is
   * its grid; empty if there is none.
   */
  public static String structure(PriceGrid grid, @Nullable CatalogueMarket known) {
    if (known != null && grid.equals(known.structure().grid())) {
      return known.structure().wire();
    }
    for (PriceLevelStructure structure : PriceLevelStructure.values()) {
      if (grid.equals(structure.grid())) {
        return structure.wire();
      }
    }
    return "";
  }

  static String settlementSource(Coin coin) {
    return coin.index() + " (simulated)";
  }

  private static String time(Instant time) {
    return TIME.format(time.atZone(NEW_YORK));
  }

  private static String dollars(BigDecimal value, int decimals) {
    DecimalFormat format =
        new DecimalFormat("$#,##0.##", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }
}
