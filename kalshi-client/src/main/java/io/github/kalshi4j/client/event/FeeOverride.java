package io.github.kalshi4j.client.event;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pair by which an event overrides the fees of its series. */
record FeeOverride(@Nullable FeeType type, @Nullable BigDecimal multiplier) {
  /** Returns what it sets, if both are there. */
  Optional<FeeSchedule> schedule() {
    return type == null || multiplier == null
        ? Optional.empty()
        : Optional.of(FeeSchedule.of(type, multiplier.doubleValue()));
  }

  /** Returns what is charged; half a pair could mean anything, so nothing is computed from it. */
  FeeSchedule over(FeeSchedule ofSeries) {
    if (type == null && multiplier == null) {
      return ofSeries;
    }
    return schedule().orElseGet(() -> new FeeSchedule(FeeType.UNRECOGNIZED, ofSeries.multiplier()));
  }
}
