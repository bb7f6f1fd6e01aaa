package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.BookEvent;
import io.github.kalshi4j.client.stream.BookSnapshot;
import io.github.kalshi4j.client.stream.HotFrame;
import io.github.kalshi4j.client.stream.OrderBooks;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the books of the order-book channel, and says when they want repair: a stale book is asked
 * for by a snapshot at once; if that does not help within five seconds, the channel is subscribed
 * to anew. Guarded by the stream's lock.
 */
final class BookKeeper {
  /** After how long without a change a group is over. */
  static final long GROUP_SILENCE = Duration.ofMillis(20).toNanos();

  private static final long REPAIR_LIMIT = Duration.ofSeconds(5).toNanos();
  private static final long LONGEST_PATIENCE = Duration.ofMinutes(5).toNanos();
  private static final long REPAIR_PAUSE = Duration.ofSeconds(1).toNanos();

  /** What is to be done about stale books. */
  enum Remedy {
    NOTHING,
    SNAPSHOT,
    RESUBSCRIBE
  }

  private final OrderBooks books = new OrderBooks(market -> TrackedBook.CENTS);
  private final Map<String, TrackedBook> tracked = new HashMap<>();
  private final Set<TrackedBook> inGroups = new LinkedHashSet<>();
  private final Set<String> broken = new LinkedHashSet<>(); // want repair

  private Runnable onGroup = () -> {};
  private boolean asked; // for snapshots, since when books became stale
  private long askedAt;
  private boolean mayAsk = true;
  private long patience = REPAIR_LIMIT; // with books that never had a snapshot
  private long repairs;
  private long gaps;

  /** Names what is run when a group begins while there was none. */
  void onGroup(Runnable value) {
    onGroup = value;
  }

  /** Returns the book of a market, beginning one if there is none. */
  TrackedBook track(MarketTicker market) {
    return tracked.computeIfAbsent(market.value(), name -> new TrackedBook(market, books));
  }

  @Nullable TrackedBook find(MarketTicker market) {
    return tracked.get(market.value());
  }

  /** Lets go of a book that nobody wants any more. */
  void release(TrackedBook book) {
    if (!book.isWanted()) {
      tracked.remove(book.market.value());
      inGroups.remove(book);
      broken.remove(book.market.value());
      books.forget(book.market);
    }
  }

  /**
   * Takes an event of the order-book channel, of whatever kind.
   *
   * @param received nanoseconds since 1970
   * @param now by the monotonic clock
   * @return whether those who want the events as they come shall have it: not if it came before
   */
  boolean apply(StreamEvent event, long received, long now) {
    TrackedBook book = event instanceof BookEvent about ? find(about.market()) : null;
    if (book != null && event instanceof BookDelta delta && books.continues(delta)) {
      book.before(delta.exchangeMicros());
    }
    OrderBooks.Outcome outcome = books.apply(event);
    long micros = event instanceof BookDelta delta ? delta.exchangeMicros() : 0;
    took(outcome, book, event instanceof BookSnapshot, micros, received, now);
    if (event instanceof BookEvent about && book == null) {
      books.forget(about.market()); // a market just removed; its messages may still come
    }
    return outcome != OrderBooks.Outcome.DUPLICATE;
  }

  /** Takes a change of a book as the other method of this name does, but without an event of it. */
  void apply(HotFrame delta, long received, long now) {
    TrackedBook book = find(delta.market());
    if (book != null && books.continues(delta)) {
      book.before(delta.exchangeMicros());
    }
    took(books.apply(delta), book, false, delta.exchangeMicros(), received, now);
  }

  /** Returns whether somebody wants a market's messages as events. */
  boolean wantsEvents(MarketTicker market) {
    TrackedBook book = find(market);
    return book != null && book.rawMembers > 0;
  }

  private void took(
      OrderBooks.Outcome outcome,
      @Nullable TrackedBook book,
      boolean isSnapshot,
      long exchangeMicros,
      long received,
      long now) {
    switch (outcome) {
      case APPLIED_DELTA -> {
        if (book != null) {
          book.changed(exchangeMicros, received, now);
          if (inGroups.add(book) && inGroups.size() == 1) {
            onGroup.run();
          }
        }
      }
      case APPLIED_SNAPSHOT -> replaced(book, received);
      case GAP -> {
        gaps++;
        allStale();
        missing();
        if (isSnapshot) {
          replaced(book, received);
        }
      }
      case FAULT -> {
        if (book != null) {
          stale(book);
        }
      }
      case DUPLICATE, STALE_DROPPED, IGNORED -> {}
    }
  }

  private void replaced(@Nullable TrackedBook book, long received) {
    if (book != null) {
      book.replaced(received);
      inGroups.remove(book);
      broken.remove(book.market.value());
      if (broken.isEmpty()) {
        asked = false;
        patience = REPAIR_LIMIT;
      }
    }
  }

  private void stale(TrackedBook book) {
    if (books.find(book.market) != null) {
      if (broken.add(book.market.value())) {
        asked = false;
      }
      inGroups.remove(book);
      book.stale();
    }
  }

  /** Has the snapshot of a book asked for that has none. */
  void missing(TrackedBook book) {
    if (broken.add(book.market.value())) {
      asked = false;
    }
  }

  /** Has the snapshots asked for that may have been among the messages that were lost. */
  private void missing() {
    for (TrackedBook book : tracked.values()) {
      if (books.find(book.market) == null) {
        missing(book);
      }
    }
  }

  /** Makes every book stale, as when the connection or the subscription is gone. */
  void allStale() {
    for (TrackedBook book : tracked.values()) {
      stale(book);
    }
  }

  /** Takes that the channel's subscription is one whose snapshots may have come already. */
  void merged() {
    allStale();
    missing();
  }

  /** Takes that the channel has no subscription any more: its snapshots will come with the next. */
  void ended() {
    books.disconnected();
    allStale();
    broken.clear();
    asked = false;
    mayAsk = true;
    patience = REPAIR_LIMIT;
  }

  /** Says what to do now about stale books while the channel is subscribed to. */
  Remedy remedy(long now) {
    if (broken.isEmpty()) {
      return Remedy.NOTHING;
    }
    if (!asked) {
      return mayAsk || now - askedAt >= REPAIR_PAUSE ? Remedy.SNAPSHOT : Remedy.NOTHING;
    }
    long waited = now - askedAt;
    if (waited >= REPAIR_LIMIT && broken.stream().anyMatch(this::hasBook)) {
      return Remedy.RESUBSCRIBE;
    }
    if (waited < patience) {
      return Remedy.NOTHING;
    }
    // Of a market that never had a snapshot there may be none to have, so it is asked for rarely.
    patience = Math.min(2 * patience, LONGEST_PATIENCE);
    return Remedy.SNAPSHOT;
  }

  private boolean hasBook(String market) {
    return books.find(MarketTicker.of(market)) != null;
  }

  /** Returns the markets whose snapshots are to be asked for, and takes that they are. */
  Set<String> ask(long now) {
    asked = true;
    mayAsk = false;
    askedAt = now;
    repairs++;
    return Set.copyOf(broken);
  }

  /** Takes that the exchange would not send snapshots now: they are asked for again in a while. */
  void refused(long now) {
    asked = false;
    askedAt = now;
  }

  /** Ends the groups that are over, and returns whether some are not. */
  boolean endGroups(long now) {
    inGroups.removeIf(book -> {
      boolean over = now - book.groupChanged() >= GROUP_SILENCE;
      if (over && book.isInGroup()) {
        book.endGroup();
      }
      return over || !book.isInGroup();
    });
    return !inGroups.isEmpty();
  }

  long gaps() {
    return gaps;
  }

  long duplicates() {
    return books.duplicates();
  }

  long faults() {
    return books.faults();
  }

  long repairs() {
    return repairs;
  }
}
