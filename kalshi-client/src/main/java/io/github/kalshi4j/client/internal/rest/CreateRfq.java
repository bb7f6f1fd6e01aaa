package io.github.kalshi4j.client.internal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.communications.NewRfq;
import io.github.kalshi4j.client.communications.Remainder;
import io.github.kalshi4j.client.communications.RfqSize;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SubtraderId;
import org.jspecify.annotations.Nullable;

/** The body that asks for quotes; what has its usual value is left out. */
record CreateRfq(
    MarketTicker marketTicker,
    @JsonProperty("contracts_fp") @Nullable Quantity contracts,
    @JsonProperty("target_cost_dollars") @Nullable Money targetCost,
    @Nullable Boolean targetCostExcludesFees,
    @JsonProperty("obscure_creator_id") @Nullable Boolean obscureCreator,
    boolean restRemainder,
    @Nullable Boolean replaceExisting,
    @Nullable SubtraderId subtraderId,
    @Nullable Integer subaccount) {
  static CreateRfq of(NewRfq rfq) {
    return switch (rfq.size()) {
      case RfqSize.Contracts contracts -> of(rfq, contracts.quantity(), null, false);
      case RfqSize.TargetCost cost -> of(rfq, null, cost.amount(), cost.excludesFees());
    };
  }

  private static CreateRfq of(
      NewRfq rfq, @Nullable Quantity contracts, @Nullable Money targetCost, boolean excludesFees) {
    return new CreateRfq(
        rfq.market(),
        contracts,
        targetCost,
        orNothing(excludesFees),
        orNothing(rfq.obscureCreator()),
        rfq.remainder() == Remainder.REST,
        orNothing(rfq.replaceExisting()),
        AccountFields.subtrader(rfq.account()),
        AccountFields.subaccount(rfq.account()));
  }

  private static @Nullable Boolean orNothing(boolean value) {
    return value ? Boolean.TRUE : null;
  }
}
