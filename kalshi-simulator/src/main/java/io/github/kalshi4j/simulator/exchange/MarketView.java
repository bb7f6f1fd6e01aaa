package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.market.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A market as it is now.
 *
 * @param listed what it was created with
 * @param close when trading ends, as last moved
 * @param grid the prices that orders may carry now
 * @param fees what fills are charged now, a waiver included
 * @param schedule what they are charged once no waiver is left
 * @param settlementFloor the least that YES settles at; null for none
 * @param outcome the result; null before it is determined and while it is disputed
 * @param lastPrice the YES price of the last match; null if there was none
 * @param volume contracts matched so far, each match counted once
 * @param openInterest pairs of YES and NO that are open
 */
public record MarketView(
    ListedMarket listed,
    MarketStatus status,
    Instant close,
    PriceGrid grid,
    FeeSchedule fees,
    FeeSchedule schedule,
    @Nullable Price settlementFloor,
    @Nullable Outcome outcome,
    @Nullable Price lastPrice,
    Quantity volume,
    Quantity openInterest) {}
