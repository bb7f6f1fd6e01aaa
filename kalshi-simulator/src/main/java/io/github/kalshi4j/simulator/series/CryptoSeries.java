package io.github.kalshi4j.simulator.series;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.market.StrikeType;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.reference.Coin;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A series of markets on one coin: when each closes, what it is called, and what decides it. */
sealed interface CryptoSeries {
  ZoneId NEW_YORK = ZoneId.of("America/New_York");

  Coin coin();

  SeriesInfo info();

  /** Returns the first close after a time. */
  Instant nextClose(Instant time);

  /** Returns when the market of a close opens. */
  Instant openOf(Instant close);

  /**
   * Returns the market of a close; empty if there is none.
   *
   * @param price the index when it is listed, in dollars
   */
  Optional<CatalogueMarket> market(Instant close, BigDecimal price);

  /** "Up or down in the next quarter of an hour": {@code KXBTC15M}. */
  record FifteenMinutes(Coin coin, int shard, RepeatedHour repeatedHour, SeriesTimes times)
      implements CryptoSeries {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final DateTimeFormatter CLOSE =
        DateTimeFormatter.ofPattern("uuMMMddHHmm", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
        DateTimeFormatter.ofPattern("mm", Locale.ENGLISH);

    @Override
    public SeriesInfo info() {
      return new SeriesInfo(
          SeriesTicker.of("KX" + coin.symbol() + "15M"),
          coin.name() + " price up or down in 15 minutes",
          "Crypto",
          "fifteen_min",
          FeeSchedule.STANDARD);
    }

    @Override
    public Instant nextClose(Instant time) {
      long quarter = WINDOW.toSeconds();
      return Instant.ofEpochSecond((Math.floorDiv(time.getEpochSecond(), quarter) + 1) * quarter);
    }

    @Override
    public Instant openOf(Instant close) {
      return close.minus(WINDOW);
    }

    @Override
    public Optional<CatalogueMarket> market(Instant close, BigDecimal price) {
      ZonedDateTime local = close.atZone(NEW_YORK);
      boolean again = isRepeated(local);
      if (again && repeatedHour == RepeatedHour.SKIPPED) {
        return Optional.empty();
      }
      SeriesInfo series = info();
      String event =
          series.series() + "-" + CLOSE.format(local).toUpperCase(Locale.ROOT) + (again ? "R" : "");
      String title = coin.symbol() + " price up in next 15 mins?";
      ListedMarket listed =
          ListedMarket.of(
                  MarketTicker.of(event + "-" + MINUTE.format(local)),
                  EventTicker.of(event),
                  openOf(close),
                  close)
              .withShard(shard)
              .withGrid(PriceLevelStructure.TAPERED_DECI_CENT.grid())
              .withFees(series.fees())
              .withSettlementTimer(times.settlementTimer());
      return Optional.of(
          new CatalogueMarket(
              listed,
              series.series(),
              coin,
              title,
              title,
              PriceLevelStructure.TAPERED_DECI_CENT,
              StrikeType.GREATER_OR_EQUAL,
              null,
              null,
              close.plus(Duration.ofMinutes(5))));
    }

    private static boolean isRepeated(ZonedDateTime time) {
      List<ZoneOffset> offsets = NEW_YORK.getRules().getValidOffsets(time.toLocalDateTime());
      return offsets.size() == 2 && time.getOffset().equals(offsets.getLast());
    }
  }

  /** "Above so much at five in the afternoon", with whole cents: {@code KXBTCD}. */
  record Daily(Coin coin, int shard, SeriesTimes times) implements CryptoSeries {
    private static final LocalTime CLOSE_TIME = LocalTime.of(17, 0);
    private static final DateTimeFormatter CLOSE =
        DateTimeFormatter.ofPattern("uuMMMddHH", Locale.ENGLISH);

    @Override
    public SeriesInfo info() {
      return new SeriesInfo(
          SeriesTicker.of("KX" + coin.symbol() + "D"),
          coin.name() + " price above a level",
          "Crypto",
          "daily",
          FeeSchedule.STANDARD);
    }

    @Override
    public Instant nextClose(Instant time) {
      LocalDateTime local = LocalDateTime.ofInstant(time, NEW_YORK);
      LocalDateTime today = local.toLocalDate().atTime(CLOSE_TIME);
      return (local.isBefore(today) ? today : today.plusDays(1)).atZone(NEW_YORK).toInstant();
    }

    @Override
    public Instant openOf(Instant close) {
      return close.atZone(NEW_YORK).minusDays(1).toInstant();
    }

    @Override
    public Optional<CatalogueMarket> market(Instant close, BigDecimal price) {
      BigDecimal smallest = BigDecimal.ONE.movePointLeft(coin.decimals());
      BigDecimal strike =
          price
              .round(new MathContext(3, RoundingMode.HALF_EVEN))
              .subtract(smallest)
              .setScale(coin.decimals(), RoundingMode.UNNECESSARY);
      SeriesInfo series = info();
      String event =
          series.series() + "-" + CLOSE.format(close.atZone(NEW_YORK)).toUpperCase(Locale.ROOT);
      String eventTitle = coin.name() + " price at 5pm ET?";
      ListedMarket listed =
          ListedMarket.of(
                  MarketTicker.of(event + "-T" + strike.toPlainString()),
                  EventTicker.of(event),
                  openOf(close),
                  close)
              .withShard(shard)
              .withFees(series.fees())
              .withSettlementTimer(times.dailySettlementTimer());
      return Optional.of(
          new CatalogueMarket(
              listed,
              series.series(),
              coin,
              eventTitle,
              coin.name() + " above $" + strike.toPlainString() + " at 5pm ET?",
              PriceLevelStructure.LINEAR_CENT,
              StrikeType.GREATER,
              strike,
              null,
              close.plus(Duration.ofMinutes(5))));
    }
  }
}
