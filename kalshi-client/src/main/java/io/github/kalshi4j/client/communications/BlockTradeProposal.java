package io.github.kalshi4j.client.communications;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.internal.json.InUnits;
import io.github.kalshi4j.client.internal.json.InUnits.Unit;
import io.github.kalshi4j.client.value.BlockTradeId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SubtraderId;
import io.github.kalshi4j.client.value.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposed trade off the book.
 *
 * @param buyer null unless that is us
 * @param buyerSubtrader the customer for whom we buy; null for none, and unless we buy
 * @param seller null unless that is us
 * @param sellerSubtrader the customer for whom we sell; null for none, and unless we sell
 * @param price dollars per contract; the exchange does not say of which outcome
 * @param makerSide the side that counts as the maker's
 * @param expiration until when it can be accepted
 * @param status where it stands, in words that the exchange does not list
 * @param buyerAcceptedTime null until the buyer has accepted
 * @param sellerAcceptedTime null until the seller has accepted
 * @param executed when the trade took place; null until then
 * @param buyerOrder the buyer's order, once the trade took place
 * @param sellerOrder the seller's order, once the trade took place
 */
public record BlockTradeProposal(
    BlockTradeId id,
    @JsonProperty("proposer_user_id") UserId proposer,
    @JsonProperty(value = "buyer_user_id", required = true) @Nullable UserId buyer,
    @JsonProperty("buyer_subtrader_id") @Nullable SubtraderId buyerSubtrader,
    @JsonProperty(value = "seller_user_id", required = true) @Nullable UserId seller,
    @JsonProperty("seller_subtrader_id") @Nullable SubtraderId sellerSubtrader,
    @JsonProperty("market_ticker") MarketTicker market,
    @JsonProperty("price_centi_cents") @InUnits(Unit.CENTICENTS) Price price,
    @JsonProperty("centicount") @InUnits(Unit.CENTICONTRACTS) Quantity quantity,
    OutcomeSide makerSide,
    @JsonProperty("expiration_ts") Instant expiration,
    String status,
    @JsonProperty("created_ts") Instant created,
    @JsonProperty("updated_ts") Instant updated,
    boolean buyerAccepted,
    boolean sellerAccepted,
    @JsonProperty("buyer_accepted_ts") @Nullable Instant buyerAcceptedTime,
    @JsonProperty("seller_accepted_ts") @Nullable Instant sellerAcceptedTime,
    @JsonProperty("executed_ts") @Nullable Instant executed,
    @JsonProperty("buyer_order_id") @Nullable OrderId buyerOrder,
    @JsonProperty("seller_order_id") @Nullable OrderId sellerOrder) {}
