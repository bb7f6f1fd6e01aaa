package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.stream.MarketLifecycle.Type;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step in a market's life. */
final class LifecycleBody extends MessageBody {
  private @Nullable MarketTicker market;
  private @Nullable Type type;
  private @Nullable Instant openTime;
  private @Nullable Instant closeTime;
  private @Nullable PriceGrid rangesGrid;
  private @Nullable PriceGrid namedGrid;
  private @Nullable Price settlementValue;
  private @Nullable BigDecimal floorStrike;

  @Override
  void clear() {
    market = null;
    type = null;
    openTime = null;
    closeTime = null;
    rangesGrid = null;
    namedGrid = null;
    settlementValue = null;
    floorStrike = null;
  }

  @Override
  boolean read(String field, ValueReader in) {
    switch (field) {
      case "market_ticker" -> market = in.ticker();
      case "event_type" -> {
        type = type(in.text());
        return type != Type.UNRECOGNIZED;
      }
      case "open_ts" -> openTime = in.instantOfSeconds();
      case "close_ts" -> closeTime = in.instantOfSeconds();
      case "price_ranges" -> rangesGrid = in.priceRanges();
      case "price_level_structure" ->
          namedGrid =
              PriceLevelStructure.parse(in.text()).map(PriceLevelStructure::grid).orElse(null);
      case "settlement_value" -> settlementValue = in.price();
      case "floor_strike" -> floorStrike = in.strike();
      case "additional_metadata" -> readMetadata(in);
      case "exchange_index",
          "is_deactivated",
          "determination_ts",
          "result",
          "settled_ts",
          "strike_type",
          "cap_strike",
          "custom_strike",
          "yes_sub_title" ->
          in.skip();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  StreamEvent toEvent(Envelope envelope) {
    return new MarketLifecycle(
        envelope.subscription,
        envelope.sequence,
        require(market, "market_ticker"),
        require(type, "event_type"),
        openTime,
        closeTime,
        rangesGrid != null ? rangesGrid : namedGrid,
        settlementValue,
        floorStrike);
  }

  private void readMetadata(ValueReader in) {
    in.requireObject();
    for (String name = in.nextField(); name != null; name = in.nextField()) {
      if (name.equals("floor_strike") && !in.isNull()) {
        floorStrike = in.strike();
      } else {
        in.skip();
      }
    }
  }

  private static Type type(String word) {
    return switch (word) {
      case "created" -> Type.CREATED;
      case "activated" -> Type.ACTIVATED;
      case "deactivated" -> Type.DEACTIVATED;
      case "close_date_updated" -> Type.CLOSE_DATE_UPDATED;
      case "determined" -> Type.DETERMINED;
      case "settled" -> Type.SETTLED;
      case "price_level_structure_updated" -> Type.PRICE_LEVEL_STRUCTURE_UPDATED;
      case "metadata_updated" -> Type.METADATA_UPDATED;
      default -> Type.UNRECOGNIZED;
    };
  }
}
