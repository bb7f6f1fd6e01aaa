package io.github.kalshi4j.client.portfolio;

/** Balance, fills, positions, settlements and movements of money. */
public interface PortfolioApi {}
