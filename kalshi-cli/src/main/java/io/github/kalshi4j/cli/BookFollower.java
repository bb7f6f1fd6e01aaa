package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.error.KalshiAuthenticationException;
import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.stream.BookHandler;
import io.github.kalshi4j.client.stream.KalshiStream;
import io.github.kalshi4j.client.stream.StreamBook;
import io.github.kalshi4j.client.stream.StreamState;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Follows a book until it is told to end, its time is up, or nobody reads what it prints. The
 * stream's threads only note what happened; the thread that follows shows it.
 */
final class BookFollower {
  private static final Duration STEP = Duration.ofMillis(50);
  private static final long REFRESH = Duration.ofSeconds(1).toNanos();

  /**
   * How to follow.
   *
   * @param depth how many levels of each side to note
   * @param every how long it is at least from one state shown to the next; one that becomes stale
   *     or valid is shown at once
   * @param span how long to follow; null for until it is told to end
   */
  record Plan(int depth, Duration every, @Nullable Duration span) {}

  private final Console console;
  private final ExchangeAddress address;
  private final Plan plan;
  private final FollowView view;
  private final boolean signed;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Runnable> news = new ArrayDeque<>(); // of the connection; guarded by lock
  private @Nullable BookState book; // guarded by lock, as are those below
  private boolean valid;
  private boolean dirty;
  private boolean urgent;
  private boolean ended;
  private @Nullable KalshiException failure;
  private StreamState.@Nullable Disconnected lost;

  private long shownAt; // used by the following thread only, as is deadline
  private long deadline;

  BookFollower(
      Console console, ExchangeAddress address, Plan plan, FollowView view, boolean signed) {
    this.console = console;
    this.address = address;
    this.plan = plan;
    this.view = view;
    this.signed = signed;
  }

  /**
   * Follows the book of a market.
   *
   * @throws UsageException if the exchange wants credentials and there are none
   * @throws CommandException if the stream cannot be had
   */
  void follow(KalshiClient client, Market market) {
    deadline = plan.span() == null ? 0 : console.time().nanoTime() + plan.span().toNanos();
    shownAt = console.time().nanoTime() - plan.every().toNanos();
    Thread clock = Thread.ofVirtual().name("kalshi-follow-clock").start(this::tick);
    try (Interrupts.Watch watch = console.interrupts().onInterrupt(this::end)) {
      try (view) {
        view.open(address, market);
        subscribe(client.stream(), market.ticker());
        show();
        client.stream().close();
      }
      console.out().flush();
    } finally {
      clock.interrupt();
    }
    KalshiException problem = failed();
    if (problem != null) {
      throw said(problem);
    }
  }

  private void subscribe(KalshiStream stream, MarketTicker market) {
    stream.observe(this::connection);
    Thread.ofVirtual()
        .name("kalshi-follow")
        .start(() -> {
          try {
            var unused = stream.orderBook(market, new Handler());
          } catch (KalshiException e) {
            note(() -> failure = e);
          } catch (IllegalStateException e) {
            // the stream was closed before it was confirmed
          }
        });
  }

  /** Notes what the stream shows. */
  private final class Handler implements BookHandler {
    @Override
    public void onBook(StreamBook shown) {
      BookState state = BookState.of(shown, plan.depth());
      note(() -> {
        urgent |= !valid;
        book = state;
        valid = true;
        dirty = true;
      });
    }

    @Override
    public void onStale(MarketTicker market) {
      note(() -> {
        valid = false;
        dirty = true;
        urgent = true;
      });
    }

    @Override
    public void onRefused(RuntimeException reason) {
      note(() ->
          news.add(() -> view.refused(String.valueOf(reason.getMessage()), console.time().now())));
    }
  }

  private void connection(StreamState state) {
    note(() -> {
      if (state instanceof StreamState.Disconnected disconnected) {
        lost = disconnected;
      }
      if (!(state instanceof StreamState.Idle || state instanceof StreamState.Closed)) {
        news.add(() -> view.connection(state, console.time().now()));
      }
    });
  }

  private void end() {
    note(() -> ended = true);
  }

  private void note(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets the following thread look at the time. */
  private void tick() {
    try {
      while (true) {
        console.time().sleep(STEP);
        note(() -> {});
      }
    } catch (InterruptedException e) {
      // it follows no more
    }
  }

  private @Nullable KalshiException failed() {
    lock.lock();
    try {
      return failure;
    } finally {
      lock.unlock();
    }
  }

  private void show() {
    while (!console.out().checkError()) { // which also flushes
      Runnable next;
      lock.lock();
      try {
        next = next();
        while (next == null) {
          if (ended || failure != null || isOver()) {
            return;
          }
          changed.await();
          next = next();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } finally {
        lock.unlock();
      }
      next.run();
    }
  }

  private boolean isOver() {
    return plan.span() != null && console.time().nanoTime() - deadline >= 0;
  }

  /** Returns what is to be shown now; null if there is nothing. Called under the lock. */
  private @Nullable Runnable next() {
    if (!news.isEmpty()) {
      return news.remove();
    }
    if (ended) {
      return null;
    }
    long now = console.time().nanoTime();
    boolean due = dirty && (urgent || now - shownAt >= plan.every().toNanos());
    if (!due && !(view.isLive() && now - shownAt >= REFRESH)) {
      return null;
    }
    dirty = false;
    urgent = false;
    shownAt = now;
    BookState newest = book;
    boolean isValid = valid;
    return () -> view.book(newest, isValid, console.time().now());
  }

  /** Returns what to tell of a stream that could not be had. */
  private RuntimeException said(KalshiException problem) {
    if (problem instanceof KalshiAuthenticationException && !signed) {
      return new UsageException(
          "the exchange streams only to those with a key: " + ExchangeOptions.SET, problem);
    }
    if (problem instanceof KalshiTransportException) {
      String why = lost == null ? String.valueOf(problem.getMessage()) : StreamReasons.words(lost);
      return new CommandException(
          "no connection to the stream at "
              + address.streamUrl()
              + ": "
              + why
              + "; check the network and --stream-url",
          problem);
    }
    return problem;
  }
}
