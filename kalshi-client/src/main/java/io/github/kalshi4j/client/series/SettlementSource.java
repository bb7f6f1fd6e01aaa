package io.github.kalshi4j.client.series;

import org.jspecify.annotations.Nullable;

/** Where the decision on a market is read from; the rulebook says how. */
public record SettlementSource(@Nullable String name, @Nullable String url) {}
