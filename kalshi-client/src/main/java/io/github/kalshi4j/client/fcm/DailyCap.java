package io.github.kalshi4j.client.fcm;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.SubtraderId;
import java.time.LocalDate;

/**
 * The dollars of event contracts that a subtrader may trade in a day, and how much of that is used
 * up.
 *
 * @param limit the cap
 * @param executed what was traded on the day
 * @param resting what orders in the book may still use
 * @param pending what orders on their way may still use
 * @param date the day, in New York, for which {@code executed} counts
 */
public record DailyCap(
    @JsonProperty("subtrader_id") SubtraderId subtrader,
    Money limit,
    @JsonProperty("executed_utilization") Money executed,
    @JsonProperty("resting_order_utilization") Money resting,
    @JsonProperty("pending_order_utilization") Money pending,
    @JsonProperty("cap_date") LocalDate date) {}
