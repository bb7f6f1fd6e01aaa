package io.github.kalshi4j.simulator.series;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.value.SeriesTicker;

/**
 * A question that recurs.
 *
 * @param frequency the exchange's word, such as {@code daily}
 */
public record SeriesInfo(
    SeriesTicker series, String title, String category, String frequency, FeeSchedule fees) {}
