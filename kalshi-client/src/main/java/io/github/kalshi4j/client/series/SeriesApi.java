package io.github.kalshi4j.client.series;

/** Series and their fees. */
public interface SeriesApi {}
