/**
 * The exchange's WebSocket messages. {@link io.github.kalshi4j.client.stream.StreamDecoder} turns a
 * frame into one {@link io.github.kalshi4j.client.stream.StreamEvent}: of books, tickers and
 * trades, of our own fills, orders, positions and order groups, of the lives of markets and events,
 * of requests for quotes, and of the reference values that markets settle on. {@link
 * io.github.kalshi4j.client.stream.OrderBooks} keeps the books that the events describe and knows
 * when one of them can no longer be trusted.
 */
package io.github.kalshi4j.client.stream;
