package io.github.kalshi4j.simulator.fault;

import java.time.Duration;

/** What goes wrong with a request. */
public sealed interface RequestEffect {
  /** The connection is closed before the exchange has taken the request. */
  record RequestLost() implements RequestEffect {}

  /** The exchange does what it is asked, and the connection is closed before it answers. */
  record AnswerLost() implements RequestEffect {}

  /**
   * The exchange does what it is asked at once, and answers later: by a time drawn between two, of
   * the wall's clock, at most a day.
   */
  record AnswerDelayed(Duration least, Duration most) implements RequestEffect {
    public AnswerDelayed {
      Delays.check(least, most);
    }
  }

  /**
   * The request is refused and not taken.
   *
   * @param status 429, or 500 to 599
   */
  record Refused(int status) implements RequestEffect {
    public Refused {
      if (status != 429 && (status < 500 || status > 599)) {
        throw new IllegalArgumentException("neither 429 nor 5xx: " + status);
      }
    }
  }

  RequestEffect REQUEST_LOST = new RequestLost();
  RequestEffect ANSWER_LOST = new AnswerLost();
  RequestEffect TOO_MANY_REQUESTS = new Refused(429);
  RequestEffect UNAVAILABLE = new Refused(503);

  /** Returns the effect that answers come later by this much. */
  static RequestEffect answersLate(Duration delay) {
    return new AnswerDelayed(delay, delay);
  }
}
