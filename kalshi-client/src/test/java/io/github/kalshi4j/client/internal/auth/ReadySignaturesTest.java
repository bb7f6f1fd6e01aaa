package io.github.kalshi4j.client.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.auth.Header;
import io.github.kalshi4j.client.auth.RequestSigner;
import io.github.kalshi4j.client.internal.auth.ReadySignatures.Route;
import io.github.kalshi4j.client.testing.CapturedLog;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadySignaturesTest {
  private static final Route PLACE = new Route("POST", "/trade-api/v2/portfolio/events/orders");
  private static final Route CANCEL_ALL =
      new Route("DELETE", "/trade-api/v2/portfolio/events/orders");
  private static final int SIZE = 16;
  private static final Duration TICK = Duration.ofMillis(100); // how often it refills

  private final ManualTimeSource time = ManualTimeSource.at(Instant.parse("2026-07-04T12:00:00Z"));
  private final AtomicLong skewMillis = new AtomicLong();
  private final FakeSigner signer = new FakeSigner();
  private @Nullable ReadySignatures ready;

  /** States the time, the method and the path instead of signing them. */
  private static final class FakeSigner implements RequestSigner {
    private volatile boolean broken;
    private volatile @Nullable CountDownLatch hold;
    private final CountDownLatch held = new CountDownLatch(1);
    private final AtomicLong signatures = new AtomicLong();
    private volatile @Nullable Thread thread;

    @Override
    public List<Header> sign(long timestampMillis, String method, String path) {
      signatures.incrementAndGet();
      thread = Thread.currentThread();
      CountDownLatch latch = hold;
      if (latch != null) {
        held.countDown();
        awaitWhateverComes(latch);
      }
      if (broken) {
        throw new IllegalStateException("the module is unplugged");
      }
      return List.of(new Header("time", timestampMillis + " " + method + ' ' + path));
    }

    /** Waits as a device does that knows nothing of interrupts, and loses them. */
    private static void awaitWhateverComes(CountDownLatch latch) {
      while (latch.getCount() > 0) {
        try {
          latch.await();
        } catch (InterruptedException e) {
          // a device does not care
        }
      }
    }

    @Override
    public String description() {
      return "fake";
    }
  }

  private ReadySignatures start(int size) throws InterruptedException, TimeoutException {
    ReadySignatures started =
        ReadySignatures.start(signer, List.of(PLACE, CANCEL_ALL), size, this::exchangeTime, time);
    ready = started;
    time.awaitSleepers(1);
    return started;
  }

  private long exchangeTime() {
    return time.now().toEpochMilli() + skewMillis.get();
  }

  /** Lets the background do its work once. */
  private void tick() throws InterruptedException, TimeoutException {
    time.advance(TICK);
    time.awaitSleepers(1);
  }

  private void tick(Duration duration) throws InterruptedException, TimeoutException {
    for (Duration left = duration; left.isPositive(); left = left.minus(TICK)) {
      tick();
    }
  }

  /** Takes a signature and returns its stamp; null if there is none. */
  private @Nullable Long take(ReadySignatures from, Route route) {
    List<Header> headers = from.take(route);
    if (headers == null) {
      return null;
    }
    String[] signed = headers.getFirst().value().split(" ");
    assertThat(signed[1] + ' ' + signed[2]).isEqualTo(route.method() + ' ' + route.path());
    long stamp = Long.parseLong(signed[0]);
    assertThat(stamp - exchangeTime()).isBetween(-2_000L, 2_000L);
    assertThat(stamp % 2).as("odd, as no signature on the spot is").isEqualTo(1);
    return stamp;
  }

  private List<Long> takeAll(ReadySignatures from, Route route) {
    List<Long> stamps = new ArrayList<>();
    for (Long stamp = take(from, route); stamp != null; stamp = take(from, route)) {
      stamps.add(stamp);
    }
    return stamps;
  }

  @AfterEach
  void close() {
    if (ready != null) {
      ready.close();
    }
  }

  @Test
  void isFilledInTheBackground() throws Exception {
    ReadySignatures pool = start(SIZE);

    assertThat(pool.ready()).isEqualTo(2 * SIZE);
    assertThat(signer.thread).isNotEqualTo(Thread.currentThread());
    assertThat(takeAll(pool, PLACE)).hasSize(SIZE).doesNotHaveDuplicates();
    assertThat(pool.ready()).isEqualTo(SIZE);

    tick();
    assertThat(pool.ready()).isEqualTo(2 * SIZE);
  }

  @Test
  void hasNothingForOtherRoutes() throws Exception {
    ReadySignatures pool = start(SIZE);

    assertThat(pool.take(new Route("GET", PLACE.path()))).isNull();
    assertThat(pool.take(new Route("POST", PLACE.path() + "/batched"))).isNull();
    assertThat(pool.take(new Route("POST", PLACE.path() + "?subaccount=1"))).isNull();
    assertThat(pool.ready()).isEqualTo(2 * SIZE);
  }

  @Test
  void givesEachSignatureOutOnce() throws Exception {
    ReadySignatures pool = start(SIZE);
    List<Long> stamps = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      stamps.addAll(takeAll(pool, PLACE));
      tick();
    }

    assertThat(stamps).hasSizeGreaterThan(1_000).doesNotHaveDuplicates();
  }

  @Test
  void givesEachSignatureToOneThread() throws Exception {
    ReadySignatures pool = start(256);
    List<Long> stamps = new ArrayList<>();
    CountDownLatch go = new CountDownLatch(1);
    Callable<List<Long>> taker =
        () -> {
          go.await();
          List<Long> taken = new ArrayList<>();
          for (int i = 0; i < 500; i++) {
            taken.addAll(takeAll(pool, PLACE));
            if (i % 100 == 0) {
              time.advance(Duration.ofMillis(10)); // so that it refills meanwhile
            }
          }
          return taken;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<Long>>> takers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        takers.add(threads.submit(taker));
      }
      go.countDown();
      for (Future<List<Long>> taken : takers) {
        stamps.addAll(taken.get(20, TimeUnit.SECONDS));
      }
    }

    assertThat(stamps).hasSizeGreaterThanOrEqualTo(256).doesNotHaveDuplicates();
  }

  @Test
  void isNeverWithoutAFreshSignatureHoweverLongNothingIsTaken() throws Exception {
    ReadySignatures pool = start(4);
    List<Long> stamps = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      tick();
      assertThat(pool.ready()).isEqualTo(8);
      if (i % 10 == 0) {
        Long stamp = take(pool, PLACE);
        assertThat(stamp).isNotNull();
        stamps.add(stamp);
      }
    }

    assertThat(stamps).doesNotHaveDuplicates();
    assertThat(signer.signatures.get()).as("renewed, but not at each tick").isLessThan(100);
  }

  @Test
  void staysWithinItsBounds() throws Exception {
    ReadySignatures pool = start(256);
    assertThat(pool.ready()).isEqualTo(512);

    for (int i = 0; i < 50; i++) {
      tick();
      assertThat(pool.ready()).isLessThanOrEqualTo(512);
    }
  }

  /** While the clock stands, there are only so many milliseconds within two seconds. */
  @Test
  void waitsForTheClockInABurstInsteadOfSigningWhatCannotBeUsed() throws Exception {
    ReadySignatures pool = start(256);
    List<Long> stamps = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      stamps.addAll(takeAll(pool, PLACE));
      tick(TICK);
    }

    assertThat(stamps).doesNotHaveDuplicates();
    assertThat(stamps.size()).as("about 50 each tenth of a second").isBetween(1_900, 2_600);
    assertThat(signer.signatures.get())
        .as("hardly more than was taken, or is renewed for the other route")
        .isLessThan(stamps.size() + 3L * 256);
  }

  @Test
  void dropsWhatHasExpired() throws Exception {
    ReadySignatures pool = start(SIZE);

    time.step(Duration.ofSeconds(60));

    assertThat(take(pool, PLACE)).isNull();
    tick();
    assertThat(pool.ready()).isEqualTo(2 * SIZE);
    assertThat(takeAll(pool, PLACE)).hasSize(SIZE);
    assertThat(takeAll(pool, CANCEL_ALL)).hasSize(SIZE);
  }

  @Test
  void isFlushedWhenTheClockIsSetForwardOrBack() throws Exception {
    for (Duration step :
        List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(-30),
            Duration.ofHours(1),
            Duration.ofHours(-30))) {
      ReadySignatures pool = start(SIZE);
      List<Long> before = takeAll(pool, PLACE);
      tick();
      time.step(step);

      assertThat(take(pool, PLACE)).isNull();
      assertThat(take(pool, CANCEL_ALL)).isNull();
      tick();
      assertThat(takeAll(pool, PLACE)).hasSize(SIZE).doesNotContainAnyElementsOf(before);
      assertThat(takeAll(pool, CANCEL_ALL)).hasSize(SIZE);
      pool.close();
    }
  }

  @Test
  void isFlushedWhenTheSkewIsCorrected() throws Exception {
    ReadySignatures pool = start(SIZE);
    for (long millis : new long[] {40_000, 0, -40_000, 40_000}) {
      skewMillis.set(millis);

      assertThat(take(pool, PLACE)).isNull();
      tick();
      assertThat(takeAll(pool, PLACE)).hasSize(SIZE);
    }
  }

  @Test
  void signsNoMillisecondTwiceWhenTheClockIsSetBackALittle() throws Exception {
    ReadySignatures pool = start(SIZE);
    List<Long> stamps = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      stamps.addAll(takeAll(pool, PLACE));
      skewMillis.addAndGet(i % 7 == 0 ? -450 : i % 20 == 0 ? -3_000 : 200);
      tick();
    }

    assertThat(stamps).hasSizeGreaterThan(500).doesNotHaveDuplicates();
  }

  @Test
  void isUsefulAgainOnceTheClockHasCaughtUp() throws Exception {
    ReadySignatures pool = start(SIZE);
    time.step(Duration.ofSeconds(-5));
    assertThat(take(pool, PLACE)).isNull();

    tick(Duration.ofSeconds(5));
    assertThat(takeAll(pool, PLACE)).hasSize(SIZE);
  }

  @Test
  void goesOnAfterTheSignerFailedAndSaysSoOnce() throws Exception {
    try (CapturedLog log = CapturedLog.of(ReadySignatures.class)) {
      ReadySignatures pool = start(SIZE);
      takeAll(pool, PLACE);
      signer.broken = true;
      tick();
      tick();
      assertThat(take(pool, PLACE)).isNull();
      assertThat(log.lines()).hasSize(1);
      assertThat(log.lines().getFirst())
          .startsWith("WARNING: signatures cannot be made ahead")
          .contains("the module is unplugged");

      signer.broken = false;
      tick();
      assertThat(takeAll(pool, PLACE)).hasSize(SIZE);

      signer.broken = true;
      tick();
      tick();
      assertThat(log.lines()).hasSize(2);
    }
  }

  @Test
  void endsItsThreadAndForgetsWhatItHadWhenClosed() throws Exception {
    ReadySignatures pool = start(SIZE);
    Thread refiller = signer.thread;

    pool.close();
    pool.close();

    assertThat(refiller).isNotNull();
    assertThat(refiller.isAlive()).isFalse();
    assertThat(pool.ready()).isZero();
    assertThat(pool.take(PLACE)).isNull();
  }

  @Test
  void closesInBoundedTimeWhileASignatureHangsAndIsDoneWhenThatEnds() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    signer.hold = hold;
    ReadySignatures pool =
        ReadySignatures.start(signer, List.of(PLACE), SIZE, this::exchangeTime, time);
    signer.held.await();

    try (ExecutorService closer = Executors.newSingleThreadExecutor()) {
      closer.submit(pool::close).get(10, TimeUnit.SECONDS);
    } finally {
      signer.hold = null;
      hold.countDown();
    }
    Thread refiller = signer.thread;
    assertThat(refiller).isNotNull();
    refiller.join(Duration.ofSeconds(10));
    assertThat(refiller.isAlive()).isFalse();
    assertThat(pool.ready()).isZero();
    assertThat(pool.take(PLACE)).isNull();
    assertThat(signer.signatures).hasValue(1);
  }

  @Test
  void closesAtOnceWhenTheClosingThreadIsInterruptedAndKeepsTheInterrupt() throws Exception {
    ReadySignatures pool = start(SIZE);
    Thread.currentThread().interrupt();

    pool.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(pool.take(PLACE)).isNull();
  }
}
