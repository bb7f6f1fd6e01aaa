package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.market.StrikeType;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.series.CatalogueMarket;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What is said about the catalogue's markets in words. */
final class MarketText {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM d, uuuu 'at' h:mm a z", Locale.ENGLISH);

  private MarketText() {}

  /** Returns what one line of an event is called: the level to be reached, once it is known. */
  static String subTitle(CatalogueMarket market) {
    BigDecimal strike = market.strike();
    return strike == null
        ? "Target Price: TBD"
        : "Target Price: " + dollars(strike, market.coin().decimals());
  }

  static String eventSubTitle(CatalogueMarket market) {
    return "On " + time(market.listed().close());
  }

  static String primaryRules(CatalogueMarket market) {
    return "If the simple average of the sixty seconds of "
        + market.coin().index()
        + " before "
        + time(market.listed().close())
        + " is "
        + (market.strikeType() == StrikeType.GREATER_OR_EQUAL ? "at least" : "above")
        + ' '
        + level(market)
        + ", then the market resolves to Yes.";
  }

  private static String level(CatalogueMarket market) {
    BigDecimal strike = market.strike();
    return strike == null
        ? "the average of the sixty seconds before " + time(market.listed().open())
        : dollars(strike, market.coin().decimals());
  }

  static String secondaryRules(Coin coin) {
    return "The index of "
        + coin.name()
        + " is simulated. If it has no value, positions are paid back at their cost.";
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
