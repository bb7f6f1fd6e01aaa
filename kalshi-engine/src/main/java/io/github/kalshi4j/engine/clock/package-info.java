/** The engine's own time: {@link io.github.kalshi4j.engine.clock.Scheduler}. */
package io.github.kalshi4j.engine.clock;
