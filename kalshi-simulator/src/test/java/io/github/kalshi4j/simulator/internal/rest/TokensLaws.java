package io.github.kalshi4j.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.call.RateLimits;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class TokensLaws {
  private static final long SECOND = 1_000_000_000;

  @Property
  void noMoreIsTakenThanItHeldAndWasGiven(
      @ForAll @IntRange(min = 1, max = 1_000) int rate,
      @ForAll @IntRange(min = 1, max = 3_000) int capacity,
      @ForAll @Size(max = 60) List<@LongRange(min = 0, max = SECOND) Long> waits,
      @ForAll @IntRange(min = 1, max = 50) int cost) {
    Tokens tokens = new Tokens(new RateLimits.Bucket(rate, capacity), 0);
    long now = 0;
    long taken = 0;
    for (long wait : waits) {
      now += wait;
      if (tokens.holds(cost, now)) {
        tokens.take(cost);
        taken += cost;
      }
    }
    assertThat(taken * SECOND).isLessThanOrEqualTo(capacity * SECOND + rate * now);
  }

  @Property
  void whatIsTakenComesBackAfterExactlyItsTime(
      @ForAll @IntRange(min = 1, max = 1_000) int rate,
      @ForAll @IntRange(min = 1, max = 3_000) int capacity,
      @ForAll @LongRange(min = 0, max = 100 * SECOND) long start) {
    Tokens tokens = new Tokens(new RateLimits.Bucket(rate, capacity), start);
    tokens.take(capacity);
    long needed = Math.ceilDiv(capacity * SECOND, rate);
    assertThat(tokens.holds(capacity, start + needed / 3)).isFalse();
    assertThat(tokens.holds(capacity, start + needed - 1)).isFalse();
    assertThat(tokens.holds(capacity, start + needed)).isTrue();
  }

  @Property
  void looseChangeIsNotLostHoweverOftenItIsAsked(
      @ForAll @IntRange(min = 1, max = 1_000) int rate,
      @ForAll @IntRange(min = 1, max = 200) int questions) {
    Tokens asked = new Tokens(new RateLimits.Bucket(rate, 1), 0);
    asked.take(1);
    long full = Math.ceilDiv(SECOND, rate);
    for (int i = 1; i < questions; i++) {
      asked.holds(1, full * i / questions);
    }
    assertThat(asked.holds(1, full)).isTrue();
  }
}
