/**
 * The engine's own time: {@link io.github.kalshi4j.engine.clock.Scheduler} holds it and runs what
 * is due, in the nanoseconds of {@link io.github.kalshi4j.engine.clock.EpochNanos}.
 */
package io.github.kalshi4j.engine.clock;
