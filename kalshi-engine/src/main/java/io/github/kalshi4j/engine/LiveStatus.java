package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.stream.StreamState;
import io.github.kalshi4j.client.value.Money;
import java.time.Instant;

/**
 * How a live run stands.
 *
 * @param stream where the connection stands
 * @param markets how many markets are open
 * @param books how many of them have a valid book
 * @param positions how many positions are held, in markets that are traded
 * @param openOrders how many of our orders may still fill
 * @param fills how many fills there were
 * @param equity cash and what is held, at the own side's best bid
 * @param pnl equity less what the run began with
 */
public record LiveStatus(
    Instant time,
    StreamState stream,
    int markets,
    int books,
    int positions,
    int openOrders,
    long fills,
    Money equity,
    Money pnl) {}
