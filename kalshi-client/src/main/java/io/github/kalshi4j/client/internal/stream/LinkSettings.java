package io.github.kalshi4j.client.internal.stream;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * How a link connects.
 *
 * @param client not closed by the link
 * @param silence after how long without anything received the connection is taken for lost
 * @param random gives a number from 0 to less than its argument
 */
public record LinkSettings(
    HttpClient client,
    URI url,
    String userAgent,
    Duration connectTimeout,
    Duration commandTimeout,
    Duration silence,
    Duration firstPause,
    Duration longestPause,
    int maxFrameBytes,
    LongUnaryOperator random) {}
