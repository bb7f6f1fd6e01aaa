package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.market.ResultKind;
import io.github.kalshi4j.client.market.StrikeType;
import io.github.kalshi4j.client.stream.MarketLifecycle.Description;
import io.github.kalshi4j.client.stream.MarketLifecycle.Type;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.RawJson;
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
  private @Nullable String structure;
  private @Nullable ResultKind result;
  private @Nullable Price settlementValue;
  private @Nullable Instant determined;
  private @Nullable Instant settled;
  private @Nullable Boolean deactivated;
  private @Nullable Integer exchangeIndex;
  private @Nullable StrikeType strikeType;
  private @Nullable BigDecimal floorStrike;
  private @Nullable BigDecimal capStrike;
  private @Nullable RawJson customStrike;
  private @Nullable EventTicker event;
  private @Nullable String name;
  private @Nullable String title;
  private @Nullable String yesSubTitle;
  private @Nullable String noSubTitle;
  private @Nullable String rulesPrimary;
  private @Nullable String rulesSecondary;
  private @Nullable Boolean canCloseEarly;
  private @Nullable Instant expectedExpiration;

  @Override
  void clear() {
    market = null;
    type = null;
    openTime = null;
    closeTime = null;
    rangesGrid = null;
    structure = null;
    result = null;
    settlementValue = null;
    determined = null;
    settled = null;
    deactivated = null;
    exchangeIndex = null;
    strikeType = null;
    floorStrike = null;
    capStrike = null;
    customStrike = null;
    event = null;
    name = null;
    title = null;
    yesSubTitle = null;
    noSubTitle = null;
    rulesPrimary = null;
    rulesSecondary = null;
    canCloseEarly = null;
    expectedExpiration = null;
  }

  /** Recordings have some fields in this part and some beside it, so it is read like the rest. */
  @Override
  boolean isPart(String field) {
    return field.equals("additional_metadata");
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
      case "price_level_structure" -> structure = in.textOrNull();
      case "result" -> {
        result = in.word(ResultKind.values(), ResultKind.UNRECOGNIZED);
        return result != ResultKind.UNRECOGNIZED;
      }
      case "settlement_value" -> settlementValue = in.price();
      case "determination_ts" -> determined = in.instantOfSeconds();
      case "settled_ts" -> settled = in.instantOfSeconds();
      case "is_deactivated" -> deactivated = in.bool();
      case "exchange_index" -> exchangeIndex = in.number();
      case "strike_type" -> {
        strikeType = in.word(StrikeType.values(), StrikeType.UNRECOGNIZED);
        return strikeType != StrikeType.UNRECOGNIZED;
      }
      case "floor_strike" -> floorStrike = in.strike();
      case "cap_strike" -> capStrike = in.strike();
      case "custom_strike" -> customStrike = in.rawJson();
      case "event_ticker" -> event = in.isEmpty() ? null : EventTicker.of(in.text());
      case "name" -> name = in.text();
      case "title" -> title = in.text();
      case "yes_sub_title" -> yesSubTitle = in.text();
      case "no_sub_title" -> noSubTitle = in.text();
      case "rules_primary" -> rulesPrimary = in.text();
      case "rules_secondary" -> rulesSecondary = in.text();
      case "can_close_early" -> canCloseEarly = in.bool();
      case "expected_expiration_ts" -> expectedExpiration = in.instantOfSeconds();
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
        rangesGrid != null ? rangesGrid : gridOf(structure),
        structure,
        result,
        settlementValue,
        determined,
        settled,
        deactivated,
        exchangeIndex,
        strikeType,
        floorStrike,
        capStrike,
        customStrike,
        description());
  }

  private @Nullable Description description() {
    Description description =
        new Description(
            event,
            name,
            title,
            yesSubTitle,
            noSubTitle,
            rulesPrimary,
            rulesSecondary,
            canCloseEarly,
            expectedExpiration);
    return description.equals(Description.EMPTY) ? null : description;
  }

  private static @Nullable PriceGrid gridOf(@Nullable String structure) {
    return structure == null
        ? null
        : PriceLevelStructure.parse(structure).map(PriceLevelStructure::grid).orElse(null);
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
