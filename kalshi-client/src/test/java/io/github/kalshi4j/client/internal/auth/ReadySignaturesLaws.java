package io.github.kalshi4j.client.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.auth.Header;
import io.github.kalshi4j.client.auth.RequestSigner;
import io.github.kalshi4j.client.internal.auth.ReadySignatures.Route;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

final class ReadySignaturesLaws {
  private static final Route PLACE = new Route("POST", "/trade-api/v2/portfolio/events/orders");

  /** Time that passes, by which the clock then stands off, and how many are asked for. */
  record Moment(long passedMillis, long offMillis, int wanted) {}

  private static Arbitrary<List<Moment>> moments(Arbitrary<Long> off) {
    Arbitrary<Long> passed =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.of(0L)),
            Tuple.of(6, Arbitraries.longs().between(1, 300)),
            Tuple.of(1, Arbitraries.longs().between(300, 5_000)));
    Arbitrary<Integer> wanted =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.of(0)), Tuple.of(4, Arbitraries.integers().between(1, 80)));
    return Combinators.combine(passed, off, wanted)
        .as(Moment::new)
        .withoutEdgeCases()
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<Moment>> anyClock() {
    return moments(
        Arbitraries.oneOf(
            Arbitraries.of(0L),
            Arbitraries.longs().between(-3_000, 3_000),
            Arbitraries.longs().between(-100_000, 100_000)));
  }

  @Provide
  Arbitrary<List<Moment>> goodClock() {
    return moments(Arbitraries.longs().between(-4_000, 4_000));
  }

  /** Plays what happens; returns the stamps given out, each of which was in time. */
  private static List<Long> play(List<Moment> moments, int size)
      throws InterruptedException, TimeoutException {
    ManualTimeSource time = ManualTimeSource.at(Instant.parse("2026-07-04T12:00:00Z"));
    AtomicLong off = new AtomicLong();
    List<Long> stamps = new ArrayList<>();
    try (ReadySignatures ready =
        ReadySignatures.start(
            new Stating(),
            List.of(PLACE),
            size,
            () -> time.now().toEpochMilli() + off.get(),
            time)) {
      for (Moment moment : moments) {
        time.awaitSleepers(1);
        assertThat(ready.ready()).isLessThanOrEqualTo(size);
        off.set(moment.offMillis);
        for (int i = 0; i < moment.wanted; i++) {
          List<Header> headers = ready.take(PLACE);
          if (headers != null) {
            long stamp = Long.parseLong(headers.getFirst().value());
            assertThat(stamp - time.now().toEpochMilli() - off.get()).isBetween(-2_000L, 2_000L);
            stamps.add(stamp);
          }
        }
        time.advance(Duration.ofMillis(moment.passedMillis));
      }
    }
    return stamps;
  }

  private static final class Stating implements RequestSigner {
    @Override
    public List<Header> sign(long timestampMillis, String method, String path) {
      return List.of(new Header("time", Long.toString(timestampMillis)));
    }

    @Override
    public String description() {
      return "states the time";
    }
  }

  @Property(tries = 200)
  void aSignatureIsWithinTwoSecondsOfTheTimeWhateverTheClockDoes(
      @ForAll("anyClock") List<Moment> moments, @ForAll @IntRange(min = 1, max = 256) int size)
      throws Exception {
    play(moments, size);
  }

  @Property(tries = 200)
  void noMillisecondIsSignedTwiceWhileTheClockIsRightWithinSomeSeconds(
      @ForAll("goodClock") List<Moment> moments, @ForAll @IntRange(min = 1, max = 256) int size)
      throws Exception {
    Set<Long> seen = new HashSet<>();
    for (long stamp : play(moments, size)) {
      assertThat(seen.add(stamp)).isTrue();
    }
  }
}
