package io.github.kalshi4j.client.internal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.communications.NewBlockTrade;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SubtraderId;
import io.github.kalshi4j.client.value.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body that proposes a block trade. */
record ProposeBlockTrade(
    UserId buyerUserId,
    @Nullable SubtraderId buyerSubtraderId,
    @Nullable Integer buyerSubaccount,
    UserId sellerUserId,
    @Nullable SubtraderId sellerSubtraderId,
    @Nullable Integer sellerSubaccount,
    MarketTicker marketTicker,
    @JsonProperty("price_centi_cents") @InUnits(Unit.CENTICENTS) Price price,
    @JsonProperty("centicount") @InUnits(Unit.CENTICONTRACTS) Quantity quantity,
    OutcomeSide makerSide,
    @JsonProperty("expiration_ts") Instant expiration) {
  static ProposeBlockTrade of(NewBlockTrade trade) {
    return new ProposeBlockTrade(
        trade.buyer().user(),
        AccountFields.subtrader(trade.buyer().account()),
        AccountFields.subaccount(trade.buyer().account()),
        trade.seller().user(),
        AccountFields.subtrader(trade.seller().account()),
        AccountFields.subaccount(trade.seller().account()),
        trade.market(),
        trade.price(),
        trade.quantity(),
        trade.makerSide(),
        trade.expiration());
  }
}
