package io.github.kalshi4j.simulator.reference;

import io.github.kalshi4j.client.value.IndexId;
import java.math.BigDecimal;

/**
 * A price that an index has moved to, without averages.
 *
 * @param timeMicros microseconds since 1970
 * @param value with the decimals of the index
 */
public record IndexPrice(long timeMicros, IndexId index, BigDecimal value) {}
