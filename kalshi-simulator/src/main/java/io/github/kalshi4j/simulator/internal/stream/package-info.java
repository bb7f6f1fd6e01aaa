/**
 * The WebSocket protocol: what happens becomes a {@link
 * io.github.kalshi4j.simulator.internal.stream.Message} for each channel that tells of it, and each
 * connection numbers and queues those its subscriptions ask for.
 */
package io.github.kalshi4j.simulator.internal.stream;
