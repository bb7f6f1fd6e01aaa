/**
 * The exchange's WebSocket messages. {@link io.github.kalshi4j.client.stream.StreamDecoder} turns a
 * frame into one {@link io.github.kalshi4j.client.stream.StreamEvent}; {@link
 * io.github.kalshi4j.client.stream.OrderBooks} keeps the books that the events describe and knows
 * when one of them can no longer be trusted.
 */
package io.github.kalshi4j.client.stream;
