package io.github.kalshi4j.engine.tape.header;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.stream.MarketLifecycle;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the lifecycle frames of one market say of it. */
final class RecordedLife {
  private static final String SOURCE = "market_lifecycle_v2";

  private @Nullable Instant open;
  private @Nullable Instant close;
  private @Nullable PriceGrid grid;
  private String structure = "";
  private int exchangeIndex;
  private @Nullable String event;
  private @Nullable String strikeType;
  private @Nullable BigDecimal floorStrike;
  private @Nullable BigDecimal capStrike;
  private @Nullable MarketResult result;
  private @Nullable Instant settled;

  /**
   * Takes a frame.
   *
   * @param body its {@code msg}, for what the event does not hold
   */
  void take(MarketLifecycle lifecycle, JsonNode body) {
    switch (lifecycle.type()) {
      case CREATED -> {
        open = lifecycle.openTime();
        close = lifecycle.closeTime();
        grid = lifecycle.grid();
        structure = body.path("price_level_structure").asString("");
        exchangeIndex = body.path("exchange_index").asInt(0);
        JsonNode more = body.path("additional_metadata");
        event = more.path("event_ticker").asString(null);
        strikes(lifecycle, more);
      }
      case METADATA_UPDATED -> strikes(lifecycle, body);
      case DETERMINED ->
          result =
              lifecycle.settlementValue() == null
                  ? word(body)
                  : new MarketResult(lifecycle.settlementValue());
      case SETTLED -> {
        long seconds = body.path("settled_ts").asLong(0);
        settled = seconds == 0 ? null : Instant.ofEpochSecond(seconds);
      }
      // The header tells how a market began; a replay follows these as they come.
      case CLOSE_DATE_UPDATED,
          PRICE_LEVEL_STRUCTURE_UPDATED,
          ACTIVATED,
          DEACTIVATED,
          UNRECOGNIZED -> {}
    }
  }

  private void strikes(MarketLifecycle lifecycle, JsonNode body) {
    strikeType = body.path("strike_type").asString(strikeType);
    floorStrike = lifecycle.floorStrike() == null ? floorStrike : lifecycle.floorStrike();
    JsonNode cap = body.path("cap_strike");
    capStrike = cap.isNumber() ? cap.decimalValue() : capStrike;
  }

  private static @Nullable MarketResult word(JsonNode body) {
    String word = body.path("result").asString("");
    if (word.isEmpty()) { // an older form
      word = body.path("additional_metadata").path("result").asString("");
    }
    return switch (word) {
      case "yes" -> MarketResult.YES;
      case "no" -> MarketResult.NO;
      default -> null;
    };
  }

  @Nullable BigDecimal floorStrike() {
    return floorStrike;
  }

  /** Returns the market as it was created; empty if that was not recorded. */
  Optional<TapeMarket> market(MarketTicker ticker) {
    if (open == null || close == null || grid == null || event == null || !open.isBefore(close)) {
      return Optional.empty();
    }
    int hyphen = event.indexOf('-');
    String series = hyphen < 0 ? event : event.substring(0, hyphen);
    var facts =
        new MarketFacts(
            ticker,
            EventTicker.of(event),
            SeriesTicker.of(series),
            strikeType,
            floorStrike,
            capStrike,
            open,
            close,
            grid,
            FeeSchedule.STANDARD,
            exchangeIndex);
    return Optional.of(new TapeMarket(facts, structure, null, null, null));
  }

  /** Returns a market with the result that was recorded, unless it has one. */
  TapeMarket decide(TapeMarket market) {
    return result == null || market.result() != null
        ? market
        : market.withResult(result, settled, SOURCE);
  }
}
