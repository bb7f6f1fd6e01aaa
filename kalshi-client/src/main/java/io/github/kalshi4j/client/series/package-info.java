/** Series and their fees: {@link io.github.kalshi4j.client.series.SeriesApi}. */
package io.github.kalshi4j.client.series;
