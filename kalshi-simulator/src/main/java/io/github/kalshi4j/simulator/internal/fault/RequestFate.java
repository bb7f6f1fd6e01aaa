package io.github.kalshi4j.simulator.internal.fault;

import io.github.kalshi4j.simulator.fault.RequestEffect;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a request.
 *
 * @param delay by how much its answer is late
 * @param end how it is lost or refused; null if it is not
 */
public record RequestFate(Duration delay, @Nullable RequestEffect end) {
  public static final RequestFate NONE = new RequestFate(Duration.ZERO, null);
}
