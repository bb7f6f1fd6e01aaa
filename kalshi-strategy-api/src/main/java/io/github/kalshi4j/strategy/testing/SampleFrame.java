package io.github.kalshi4j.strategy.testing;

/**
 * One message of a generated stream.
 *
 * @param receiveNanos when it arrived, nanoseconds since 1970
 * @param json the message in the exchange's wire form, without the line feed that ends it there
 */
public record SampleFrame(long receiveNanos, String json) {}
