package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.market.LevelSource;
import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order books that a stream's events describe, one per market, each either valid or stale.
 *
 * <p>Sequences count per subscription, whatever the market, and answers to commands count as well;
 * so a missing number makes every book of the subscription stale, and each stays so until its own
 * next snapshot. A subscription's sequence starts with its {@link Subscribed}; where that was not
 * seen, with the first message of a book. Only subscriptions of the order-book channel are
 * followed.
 *
 * <p>Knows nothing of sockets: who feeds it calls {@link #disconnected} when the connection ends.
 * Used by one thread.
 *
 * @see <a href="https://docs.kalshi.com/websockets/orderbook-updates">Kalshi, orderbook updates</a>
 */
public final class OrderBooks {
  private static final String CHANNEL = "orderbook_delta";

  private final Function<MarketTicker, PriceGrid> grids;
  private final Map<MarketTicker, Entry> entries = new HashMap<>();
  private @Nullable Entry last; // since messages of one market come in rows
  private final List<Sequence> sequences = new ArrayList<>();
  private long gaps;
  private long missedNumbers;
  private long duplicates;
  private long staleDropped;
  private long faults;

  /** What an event did. */
  public enum Outcome {
    /** The snapshot replaced its book, which is valid now. */
    APPLIED_SNAPSHOT,
    /** The delta changed its book. */
    APPLIED_DELTA,
    /** Its number was passed already, so it was dropped. */
    DUPLICATE,
    /**
     * Numbers before it are missing: every book of the subscription is stale now and wants a
     * snapshot. If the event is a snapshot itself, its own book was replaced and is valid.
     */
    GAP,
    /** A delta for a book that is stale, or that never had a snapshot, was dropped. */
    STALE_DROPPED,
    /** A delta or snapshot that cannot be right: its book is stale now and wants a snapshot. */
    FAULT,
    /** Nothing to do with books; if it had a number it was counted. */
    IGNORED
  }

  /**
   * Creates an empty set of books.
   *
   * @param grids gives the grid with which a market's book begins; a book refines it by itself if a
   *     price does not fit
   */
  public OrderBooks(Function<MarketTicker, PriceGrid> grids) {
    this.grids = grids;
  }

  /** Takes the next event of the stream, of whatever channel, in the order of arrival. */
  public Outcome apply(StreamEvent event) {
    return switch (event) {
      case BookDelta delta -> apply(delta);
      case BookSnapshot snapshot -> apply(snapshot);
      case Subscribed subscribed -> begin(subscribed);
      case Acknowledged ok -> count(find(ok.subscription()), ok.sequence());
      case Unsubscribed end -> end(end.subscription(), end.sequence());
      case StreamError error when error.isTerminal() -> end(error.subscription(), error.sequence());
      case StreamError error -> count(find(error.subscription()), error.sequence());
      case Unrecognized unknown -> count(find(unknown.subscription()), unknown.sequence());
      case MarketLifecycle lifecycle -> regrid(lifecycle);
      case SubscriptionList ignored -> Outcome.IGNORED;
      case Ticker ticker -> Outcome.IGNORED;
      case PublicTrade trade -> Outcome.IGNORED;
      case FillEvent fill -> Outcome.IGNORED;
      case UserOrder ignored -> Outcome.IGNORED;
      case MarketPositionEvent ignored -> Outcome.IGNORED;
      case OrderGroupUpdate ignored -> Outcome.IGNORED;
      case EventLifecycle ignored -> Outcome.IGNORED;
      case EventFeeUpdate ignored -> Outcome.IGNORED;
      case CommunicationsEvent ignored -> Outcome.IGNORED;
      case IndexValue ignored -> Outcome.IGNORED;
      case FastIndexValue ignored -> Outcome.IGNORED;
      case IndexList ignored -> Outcome.IGNORED;
      case PythValue ignored -> Outcome.IGNORED;
      case UnderlyingList ignored -> Outcome.IGNORED;
    };
  }

  /**
   * Takes the next message of the stream as {@link #apply(StreamEvent)} does the event that it
   * makes, but allocates nothing for a delta, nor for the snapshot of a market that has a book.
   */
  public Outcome apply(HotFrame frame) {
    return switch (frame.kind()) {
      case DELTA ->
          change(
              frame.subscription(),
              frame.sequence(),
              frame.market(),
              frame.side(),
              frame.price(),
              frame.hundredths(),
              frame.exchangeMicros());
      case SNAPSHOT -> replace(frame.subscription(), frame.sequence(), frame.market(), frame);
      case TICKER, TRADE -> Outcome.IGNORED;
    };
  }

  /**
   * Returns whether an event is the next of its subscription and its book is valid: if not, what
   * came before it may be incomplete.
   */
  public boolean continues(BookEvent event) {
    return continues(event.subscription(), event.sequence(), event.market());
  }

  /** Returns of a delta or snapshot what the other method of this name does of its event. */
  public boolean continues(HotFrame frame) {
    return continues(frame.subscription(), frame.sequence(), frame.market());
  }

  private boolean continues(int subscription, long number, MarketTicker market) {
    Sequence sequence = find(subscription);
    LocalOrderBook book = find(market);
    return sequence != null
        && !sequence.ended
        && number == sequence.last + 1
        && book != null
        && book.isValid();
  }

  /** Makes every book stale and forgets all sequences, since none outlives its connection. */
  public void disconnected() {
    for (Sequence sequence : sequences) {
      markStale(sequence);
    }
    sequences.clear();
  }

  /** Makes a market's book stale and lets go of it, as when its market is no longer subscribed. */
  public void forget(MarketTicker market) {
    last = null;
    Entry entry = entries.remove(market);
    if (entry != null) {
      entry.book.markStale();
    }
  }

  /** Returns the book of a market; empty before its first snapshot. */
  public Optional<LocalOrderBook> book(MarketTicker market) {
    return Optional.ofNullable(find(market));
  }

  /** Returns the book of a market without allocating; null before its first snapshot. */
  public @Nullable LocalOrderBook find(MarketTicker market) {
    Entry entry = entry(market);
    return entry == null ? null : entry.book;
  }

  /** Returns the markets whose books are stale, in order. */
  public List<MarketTicker> staleMarkets() {
    return entries.values().stream()
        .map(entry -> entry.book)
        .filter(book -> !book.isValid())
        .map(LocalOrderBook::market)
        .sorted()
        .toList();
  }

  /** Returns how many times numbers were missing. */
  public long gaps() {
    return gaps;
  }

  /** Returns how many numbers were missing in all. */
  public long missedNumbers() {
    return missedNumbers;
  }

  /** Returns how many events were dropped because their number was passed already. */
  public long duplicates() {
    return duplicates;
  }

  /** Returns how many deltas were dropped because their book was stale or missing. */
  public long staleDropped() {
    return staleDropped;
  }

  /** Returns how many deltas and snapshots were refused because they cannot be right. */
  public long faults() {
    return faults;
  }

  private Outcome apply(BookDelta delta) {
    return change(
        delta.subscription(),
        delta.sequence(),
        delta.market(),
        delta.side(),
        delta.price(),
        delta.hundredths(),
        delta.exchangeMicros());
  }

  private Outcome apply(BookSnapshot snapshot) {
    return replace(
        snapshot.subscription(),
        snapshot.sequence(),
        snapshot.market(),
        LevelSource.of(snapshot.bids(), snapshot.asks()));
  }

  private Outcome change(
      int subscription,
      long number,
      MarketTicker market,
      BookSide side,
      Price price,
      long hundredths,
      long exchangeMicros) {
    Sequence sequence = findOrBegin(subscription, number);
    if (sequence.ended) {
      return dropStale();
    }
    Outcome counted = count(sequence, number);
    if (counted != Outcome.IGNORED) {
      return counted;
    }
    Entry entry = entry(market);
    if (entry == null || entry.sequence != sequence || !entry.book.isValid()) {
      return dropStale();
    }
    return entry.book.apply(side, price, hundredths, exchangeMicros)
        ? Outcome.APPLIED_DELTA
        : fault();
  }

  private Outcome replace(
      int subscription, long number, MarketTicker market, LevelSource snapshot) {
    Sequence sequence = findOrBegin(subscription, number);
    if (sequence.ended) {
      return dropStale();
    }
    Outcome counted = count(sequence, number);
    if (counted == Outcome.DUPLICATE) {
      return counted;
    }
    Entry entry = entry(market);
    if (entry == null) {
      entry = new Entry(new LocalOrderBook(market, grids.apply(market)), sequence);
      entries.put(market, entry);
    }
    entry.sequence = sequence;
    if (!entry.book.reset(snapshot)) {
      return fault();
    }
    return counted == Outcome.GAP ? Outcome.GAP : Outcome.APPLIED_SNAPSHOT;
  }

  private Outcome begin(Subscribed subscribed) {
    Sequence old = find(subscribed.subscription());
    if (old != null) { // the number is given again, so this is another connection
      markStale(old);
      sequences.remove(old);
    }
    if (subscribed.channel().equals(CHANNEL)) {
      sequences.add(new Sequence(subscribed.subscription(), 0));
    }
    return Outcome.IGNORED;
  }

  private Outcome end(int subscription, long number) {
    Sequence sequence = find(subscription);
    Outcome counted = count(sequence, number);
    if (sequence != null) {
      sequence.ended = true;
      markStale(sequence);
    }
    return counted;
  }

  /** Takes the next number of a subscription: IGNORED if it is the right one or there is none. */
  private Outcome count(@Nullable Sequence sequence, long number) {
    if (sequence == null || sequence.ended || number == 0) {
      return Outcome.IGNORED;
    }
    if (number <= sequence.last) {
      duplicates++;
      return Outcome.DUPLICATE;
    }
    long missed = number - sequence.last - 1;
    sequence.last = number;
    if (missed == 0) {
      return Outcome.IGNORED;
    }
    gaps++;
    missedNumbers += missed;
    markStale(sequence);
    return Outcome.GAP;
  }

  private Outcome regrid(MarketLifecycle lifecycle) {
    PriceGrid grid = lifecycle.grid();
    LocalOrderBook book = find(lifecycle.market());
    if (lifecycle.type() == MarketLifecycle.Type.PRICE_LEVEL_STRUCTURE_UPDATED
        && grid != null
        && book != null) {
      book.useGrid(grid);
    }
    return Outcome.IGNORED;
  }

  private Outcome fault() {
    faults++;
    return Outcome.FAULT;
  }

  private Outcome dropStale() {
    staleDropped++;
    return Outcome.STALE_DROPPED;
  }

  private void markStale(Sequence sequence) {
    for (Entry entry : entries.values()) {
      if (entry.sequence == sequence) {
        entry.book.markStale();
      }
    }
  }

  private Sequence findOrBegin(int subscription, long number) {
    Sequence sequence = find(subscription);
    if (sequence == null) {
      sequence = new Sequence(subscription, number - 1);
      sequences.add(sequence);
    }
    return sequence;
  }

  private @Nullable Entry entry(MarketTicker market) {
    Entry known = last;
    if (known == null || known.market != market) { // the decoder gives the same object each time
      known = entries.get(market);
      last = known;
    }
    return known;
  }

  private @Nullable Sequence find(int subscription) {
    for (int i = 0; i < sequences.size(); i++) { // a connection has one or two
      if (sequences.get(i).subscription == subscription) {
        return sequences.get(i);
      }
    }
    return null;
  }

  private static final class Sequence {
    private final int subscription;
    private long last;
    private boolean ended;

    Sequence(int subscription, long last) {
      this.subscription = subscription;
      this.last = last;
    }
  }

  private static final class Entry {
    private final MarketTicker market;
    private final LocalOrderBook book;
    private Sequence sequence;

    Entry(LocalOrderBook book, Sequence sequence) {
      market = book.market();
      this.book = book;
      this.sequence = sequence;
    }
  }
}
