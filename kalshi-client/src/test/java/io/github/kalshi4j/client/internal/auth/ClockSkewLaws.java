package io.github.kalshi4j.client.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ClockSkewLaws {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** As {@link ClockSkew} supposes it. */
  private static final long DRIFT_DIVISOR = 10_000;

  /**
   * A request: after a pause it is sent, later the exchange reads its clock, later the answer is
   * here.
   */
  record Exchange(Duration pause, Duration there, Duration back) {
    Duration latency() {
      return there.plus(back);
    }
  }

  @Provide
  Arbitrary<Duration> offsets() {
    long most = Duration.ofDays(2).toNanos();
    return Arbitraries.oneOf(
            Arbitraries.longs().between(-most, most),
            Arbitraries.longs().between(-3_000_000_000L, 3_000_000_000L),
            Arbitraries.of(0L, 1L, -1L, 999_999_999L, -999_999_999L, 1_000_000_000L))
        .map(Duration::ofNanos)
        .withoutEdgeCases();
  }

  @Provide
  Arbitrary<Instant> starts() {
    return Arbitraries.longs()
        .between(0, 10_000_000_000_000L)
        .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  private static Arbitrary<Duration> durations(Duration most) {
    return Arbitraries.oneOf(Arbitraries.longs().between(0, most.toNanos()), Arbitraries.of(0L))
        .map(Duration::ofNanos);
  }

  @Provide
  Arbitrary<List<Exchange>> exchanges() {
    return Combinators.combine(
            durations(Duration.ofSeconds(100)),
            durations(Duration.ofSeconds(3)),
            durations(Duration.ofSeconds(3)))
        .as(Exchange::new)
        .withoutEdgeCases()
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  /** Plays requests to an exchange that is this far ahead; returns our time after the last. */
  private static Instant play(
      ClockSkew skew, Instant start, Duration ahead, List<Exchange> exchanges) {
    Instant now = start;
    for (Exchange exchange : exchanges) {
      Instant sent = now.plus(exchange.pause);
      Instant read = sent.plus(exchange.there);
      now = read.plus(exchange.back);
      skew.observe(read.plus(ahead).truncatedTo(ChronoUnit.SECONDS), sent, now);
    }
    return now;
  }

  @Property
  void theErrorIsWithinWhatTheDatesAllow(
      @ForAll("starts") Instant start,
      @ForAll("offsets") Duration ahead,
      @ForAll("exchanges") List<Exchange> exchanges) {
    ClockSkew skew = new ClockSkew();

    Instant end = play(skew, start, ahead, exchanges);

    // Each answer alone would tell it to a second and the time it took, and more as it ages.
    Instant now = start;
    for (Exchange exchange : exchanges) {
      now = now.plus(exchange.pause).plus(exchange.latency());
      Duration aged = Duration.between(now, end).multipliedBy(2).dividedBy(DRIFT_DIVISOR);
      assertThat(skew.offset().minus(ahead).abs())
          .isLessThanOrEqualTo(SECOND.plus(exchange.latency()).plus(aged).plusNanos(24));
    }
  }

  @Property
  void aClockIsNeverCorrectedTooFar(
      @ForAll("starts") Instant start,
      @ForAll("offsets") Duration ahead,
      @ForAll("exchanges") List<Exchange> exchanges) {
    ClockSkew skew = new ClockSkew();

    play(skew, start, ahead, exchanges);

    assertThat(skew.offset().abs()).isLessThanOrEqualTo(ahead.abs());
    if (!skew.offset().isZero()) {
      assertThat(skew.offset().isNegative()).isEqualTo(ahead.isNegative());
    }
  }

  @Property
  void clocksThatAgreeAreLeftAlone(
      @ForAll("starts") Instant start, @ForAll("exchanges") List<Exchange> exchanges) {
    ClockSkew skew = new ClockSkew();

    play(skew, start, Duration.ZERO, exchanges);

    assertThat(skew.offset()).isZero();
  }

  /** The two clocks run at speeds that differ by up to what is supposed. */
  @Property
  void driftingClocksAreFollowed(
      @ForAll("starts") Instant start,
      @ForAll("offsets") Duration ahead,
      @ForAll("exchanges") List<Exchange> exchanges,
      @ForAll("drifts") long partsPerMillion) {
    ClockSkew skew = new ClockSkew();
    Instant now = start;
    for (Exchange exchange : exchanges) {
      Instant sent = now.plus(exchange.pause);
      Instant read = sent.plus(exchange.there);
      now = read.plus(exchange.back);
      Duration drifted =
          Duration.between(start, read).multipliedBy(partsPerMillion).dividedBy(1_000_000);
      Duration reallyAhead = ahead.plus(drifted);
      skew.observe(read.plus(reallyAhead).truncatedTo(ChronoUnit.SECONDS), sent, now);

      Duration during = exchange.latency().dividedBy(DRIFT_DIVISOR).plusNanos(2);
      assertThat(skew.offset().minus(reallyAhead).abs())
          .isLessThanOrEqualTo(SECOND.plus(exchange.latency()).plus(during));
    }
  }

  @Provide
  Arbitrary<Long> drifts() {
    return Arbitraries.longs().between(-100, 100);
  }

  @Property
  void aStepIsNoticedAtTheNextAnswer(
      @ForAll("starts") Instant start,
      @ForAll("offsets") Duration before,
      @ForAll("exchanges") List<Exchange> earlier,
      @ForAll("exchanges") List<Exchange> later,
      @ForAll("offsets") Duration after) {
    ClockSkew skew = new ClockSkew();
    Instant now = play(skew, start, before, earlier);
    Exchange next = later.getFirst();

    Instant sent = now.plus(next.pause).plus(before).minus(after); // it is our clock that steps
    Instant received = sent.plus(next.latency());
    skew.observe(sent.plus(next.there).plus(after).truncatedTo(ChronoUnit.SECONDS), sent, received);

    // A step that is small against what a date tells may hide in it, but never more than that.
    Duration width = SECOND.plus(next.latency());
    assertThat(skew.offset().minus(after).abs()).isLessThanOrEqualTo(width.plusNanos(2));
  }
}
