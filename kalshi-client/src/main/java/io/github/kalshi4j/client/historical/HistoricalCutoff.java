package io.github.kalshi4j.client.historical;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the live window begins. What is older is in the archive only. Each of these times moves
 * forward by itself, so what was live when it was read may be archived a moment later.
 *
 * @param markets markets that settled before it are archived, and so are their candles
 * @param trades public trades, and fills of ours, that happened before it are archived
 * @param orders our orders that were canceled or executed before it are archived; those that rest
 *     never are, however old
 * @param positions settled positions that last changed before it are archived, those of an event
 *     all at once; null if not said
 */
public record HistoricalCutoff(
    @JsonProperty("market_settled_ts") Instant markets,
    @JsonProperty("trades_created_ts") Instant trades,
    @JsonProperty("orders_updated_ts") Instant orders,
    @JsonProperty("market_positions_last_updated_ts") @Nullable Instant positions) {}
