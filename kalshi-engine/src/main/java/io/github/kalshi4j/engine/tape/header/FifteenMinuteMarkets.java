package io.github.kalshi4j.engine.tape.header;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What all markets of the exchange's fifteen-minute crypto series ({@code KX…15M}) have in common,
 * and what their tickers say.
 */
public final class FifteenMinuteMarkets {
  /** What is common to all of them, as a header's list of what was synthesised says it. */
  public static final String COMMON =
      "strike_type greater_or_equal, price level structure tapered_deci_cent, fee type quadratic with"
          + " multiplier 1, exchange_index 0; all markets of the fifteen-minute crypto series have"
          + " these";

  public static final PriceLevelStructure STRUCTURE = PriceLevelStructure.TAPERED_DECI_CENT;

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Pattern TICKER = Pattern.compile("((KX[A-Z0-9]+15M)-([^-]+))-[^-]+");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final DateTimeFormatter CLOSE =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("uuMMMddHHmm")
          .toFormatter(Locale.ENGLISH);

  private FifteenMinuteMarkets() {}

  public static boolean has(String ticker) {
    return TICKER.matcher(ticker).matches();
  }

  /**
   * Returns when a market closes, as its ticker says it in New York time: {@code
   * KXBTC15M-26MAY131130-30} closes at 11:30. In the hour that comes twice in autumn it is the
   * first.
   */
  public static Optional<Instant> closeTime(MarketTicker ticker) {
    Matcher names = TICKER.matcher(ticker.value());
    if (!names.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(names.group(3), CLOSE).atZone(NEW_YORK).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the facts of a market.
   *
   * @param strike the level to be reached; null if not known
   * @throws IllegalArgumentException if it is of another series
   */
  public static MarketFacts facts(String ticker, @Nullable BigDecimal strike, Instant close) {
    Matcher names = TICKER.matcher(ticker);
    if (!names.matches()) {
      throw new IllegalArgumentException("not of a fifteen-minute series: " + ticker);
    }
    return new MarketFacts(
        MarketTicker.of(ticker),
        EventTicker.of(names.group(1)),
        SeriesTicker.of(names.group(2)),
        "greater_or_equal",
        strike,
        null,
        close.minus(WINDOW),
        close,
        STRUCTURE.grid(),
        FeeSchedule.STANDARD,
        0);
  }
}
