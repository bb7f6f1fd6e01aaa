package io.github.kalshi4j.strategy.testing;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Facts of markets to test with: invented, and shaped like those of the exchange. */
public final class TestMarkets {
  /** Steps of $0.001 up to $0.10 and from $0.90, of $0.01 between. */
  public static final PriceGrid TAPERED_DECI_CENT = PriceLevelStructure.TAPERED_DECI_CENT.grid();

  /** Steps of $0.01 everywhere. */
  public static final PriceGrid LINEAR_CENT = PriceLevelStructure.LINEAR_CENT.grid();

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final DateTimeFormatter EVENT_TIME =
      DateTimeFormatter.ofPattern("yyMMMddHHmm", Locale.ENGLISH);

  private TestMarkets() {}

  /**
   * Returns a fifteen-minute market on bitcoin: {@code KXBTC15M-26MAY140045-45}, open from 04:30 to
   * 04:45 UTC on 2026-05-14 at a strike of 79291.54, with tapered steps and standard fees.
   */
  public static MarketFacts bitcoin15Minutes() {
    return quarterHour(
        SeriesTicker.of("KXBTC15M"),
        Instant.parse("2026-05-14T04:45:00Z"),
        new BigDecimal("79291.54"));
  }

  /** Returns the market that follows {@link #bitcoin15Minutes()} in its series. */
  public static MarketFacts nextBitcoin15Minutes() {
    return quarterHour(
        SeriesTicker.of("KXBTC15M"),
        Instant.parse("2026-05-14T05:00:00Z"),
        new BigDecimal("79310.02"));
  }

  /**
   * Returns the market of a series that closes at a quarter of an hour, with tapered steps and
   * standard fees.
   *
   * @param strike the level to be reached; null if not known
   * @throws IllegalArgumentException if the time is no quarter of an hour
   */
  public static MarketFacts quarterHour(
      SeriesTicker series, Instant closeTime, @Nullable BigDecimal strike) {
    if (closeTime.getEpochSecond() % 900 != 0 || closeTime.getNano() != 0) {
      throw new IllegalArgumentException("no quarter of an hour: " + closeTime);
    }
    ZonedDateTime local = closeTime.atZone(NEW_YORK);
    String event = series + "-" + EVENT_TIME.format(local).toUpperCase(Locale.ROOT);
    int minute = local.getMinute();
    return new MarketFacts(
        MarketTicker.of(event + (minute < 10 ? "-0" : "-") + minute),
        EventTicker.of(event),
        series,
        "greater_or_equal",
        strike,
        null,
        closeTime.minus(Duration.ofMinutes(15)),
        closeTime,
        TAPERED_DECI_CENT,
        FeeSchedule.STANDARD,
        0);
  }
}
