package io.github.kalshi4j.simulator.reference;

import io.github.kalshi4j.client.stream.IndexValue.Average;
import io.github.kalshi4j.client.value.IndexId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value of an index, at a whole second.
 *
 * @param timeMicros microseconds since 1970
 * @param value with the decimals of the index
 * @param trailing over the 60 seconds before this value, which is not counted; without earlier
 *     values it is this value
 * @param finalMinute over the minute that ends at :00, :15, :30 or :45, from after its start to its
 *     end inclusive, so far; null outside that minute
 */
public record IndexTick(
    long timeMicros,
    IndexId index,
    BigDecimal value,
    Average trailing,
    @Nullable Average finalMinute) {}
