package io.github.kalshi4j.client.livedata;

import io.github.kalshi4j.client.value.RawJson;
import java.util.List;

/** What happened in a game, period by period. */
public record PlayByPlay(List<Period> periods) {
  public PlayByPlay {
    periods = List.copyOf(periods);
  }

  /**
   * A quarter, half or inning.
   *
   * @param events what happened in it, in a form that differs from sport to sport
   */
  public record Period(List<RawJson> events) {
    public Period {
      events = List.copyOf(events);
    }
  }
}
