package io.github.kalshi4j.client.structuredtarget;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.Entries;
import io.github.kalshi4j.client.value.RawJson;
import io.github.kalshi4j.client.value.StructuredTargetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A team, a player or a place that markets are about. The exchange promises none of its fields; one
 * without an id is refused here, as nothing could be done with it.
 *
 * @param type such as {@code basketball_player}; not a fixed set
 * @param details in a form that differs by type
 * @param sourceId the name that its main source gives it, in a form of that source's own
 * @param sourceIds the names that sources give it, by source
 * @param lastUpdated when this description last changed
 * @see <a
 *     href="https://docs.kalshi.com/api-reference/structured-targets/get-structured-target">Kalshi,
 *     Get Structured Target</a>
 */
public record StructuredTarget(
    StructuredTargetId id,
    @Nullable String name,
    @Nullable String type,
    @Nullable RawJson details,
    @Nullable String sourceId,
    Entries<String> sourceIds,
    @JsonProperty("last_updated_ts") @Nullable Instant lastUpdated) {}
