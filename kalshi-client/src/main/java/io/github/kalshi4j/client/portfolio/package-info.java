/**
 * Balance, fills, positions, settlements and movements of money: {@link
 * io.github.kalshi4j.client.portfolio.PortfolioApi}.
 */
package io.github.kalshi4j.client.portfolio;
