/**
 * The markets that the simulated exchange lists by itself, and when: {@link
 * io.github.kalshi4j.simulator.series.Catalogue} rolls the fifteen-minute and the daily markets of
 * several coins, and says which commands that takes.
 */
package io.github.kalshi4j.simulator.series;
