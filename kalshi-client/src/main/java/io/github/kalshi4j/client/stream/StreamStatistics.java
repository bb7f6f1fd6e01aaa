package io.github.kalshi4j.client.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a stream has seen so far, over all its connections.
 *
 * @param connections how many were made
 * @param frames text frames received
 * @param bytes bytes of them
 * @param lastFrame when anything was received last, pings included; null before the first
 * @param gaps how often numbers were missing in a sequence
 * @param duplicates frames dropped because their number was passed already
 * @param bookFaults book messages that could not be right, such as a level below zero
 * @param bookRepairs how often snapshots were asked for to repair books
 * @param unanswered commands that got no answer in time
 * @param refused commands that the exchange refused
 * @param decoder what was decoded, and what was unknown
 */
public record StreamStatistics(
    int connections,
    long frames,
    long bytes,
    @Nullable Instant lastFrame,
    long gaps,
    long duplicates,
    long bookFaults,
    long bookRepairs,
    long unanswered,
    long refused,
    DecoderStatistics decoder) {}
