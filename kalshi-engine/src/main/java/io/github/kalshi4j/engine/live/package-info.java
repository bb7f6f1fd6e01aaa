/**
 * What an engine needs beside a live exchange: {@link io.github.kalshi4j.engine.live.Inbox} brings
 * everything to its one thread, {@link io.github.kalshi4j.engine.live.Alarm} wakes it when
 * something is due, {@link io.github.kalshi4j.engine.live.MarketWatch} finds the markets, and
 * {@link io.github.kalshi4j.engine.live.LiveVenue} executes its orders.
 */
package io.github.kalshi4j.engine.live;
