package io.github.kalshi4j.client.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.stream.Acknowledged;
import io.github.kalshi4j.client.stream.BookDelta;
import io.github.kalshi4j.client.stream.BookHandler;
import io.github.kalshi4j.client.stream.BookSnapshot;
import io.github.kalshi4j.client.stream.StreamBook;
import io.github.kalshi4j.client.stream.StreamError;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.Subscribed;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Plays an exchange of several books, loses, repeats, reorders and garbles its messages, and holds
 * every book that a handler is shown against what the exchange had. A slow handler is one during
 * whose calls the exchange goes on. Nothing here takes real time.
 */
class BookDispatcherLaws {
  private static final List<MarketTicker> MARKETS =
      List.of(MarketTicker.of("A"), MarketTicker.of("B"), MarketTicker.of("C"));
  private static final Price MIDDLE = Price.ofCents(50);

  /** What a book was at some time: after a change, or at the end of a group of changes. */
  private record State(long micros, boolean whole, List<Level> bids, List<Level> asks) {
    boolean isOf(OrderBook book) {
      return bids.equals(book.levels(BookSide.BID, Integer.MAX_VALUE))
          && asks.equals(book.levels(BookSide.ASK, Integer.MAX_VALUE));
    }
  }

  /** One market at the exchange. */
  private static final class Truth {
    private final TreeMap<Price, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Price, Long> asks = new TreeMap<>();
    private final List<State> states = new ArrayList<>();

    TreeMap<Price, Long> side(BookSide side) {
      return side == BookSide.BID ? bids : asks;
    }

    void change(BookSide side, Price price, long hundredths) {
      if (side(side).merge(price, hundredths, Long::sum) == 0) {
        side(side).remove(price);
      }
    }

    void note(long micros, boolean whole) {
      states.add(new State(micros, whole, levels(bids), levels(asks)));
    }

    /** Takes the state before the last change for a whole one. */
    void lost() {
      State before = states.get(states.size() - 2);
      states.set(states.size() - 2, new State(before.micros, true, before.bids, before.asks));
    }

    static List<Level> levels(TreeMap<Price, Long> side) {
      List<Level> levels = new ArrayList<>();
      side.forEach((price, count) -> levels.add(new Level(price, Quantity.ofHundredths(count))));
      return levels;
    }
  }

  /** A handler, and what it was shown last of each market. */
  private static final class Viewer implements BookHandler {
    private final World world;
    private final boolean eachChange;
    private final BookDispatcher dispatcher;
    private final Set<MarketTicker> markets = new LinkedHashSet<>();
    private final Map<MarketTicker, Integer> shown = new HashMap<>(); // index of the state
    private final Set<MarketTicker> valid = new LinkedHashSet<>();
    private int depth;

    Viewer(World world, boolean eachChange) {
      this.world = world;
      this.eachChange = eachChange;
      dispatcher = new BookDispatcher("law", this, eachChange, world.lock);
    }

    @Override
    public void onBook(StreamBook book) {
      assertThat(markets).contains(book.market());
      List<State> states = world.truth(book.market()).states;
      int index = shown.getOrDefault(book.market(), 0);
      while (index < states.size() && !matches(states.get(index), book)) {
        index++;
      }
      assertThat(index)
          .as("%s at %s was never so", book, book.exchangeMicros())
          .isLessThan(states.size());
      shown.put(book.market(), index);
      valid.add(book.market());
      if (depth++ < 2) {
        String before = show(book);
        world.locked(() -> world.happen(world.random.nextInt(6)));
        assertThat(show(book)).isEqualTo(before);
      }
      depth--;
    }

    private boolean matches(State state, StreamBook book) {
      return (state.whole || eachChange)
          && (book.exchangeMicros() == 0 || book.exchangeMicros() == state.micros)
          && state.isOf(book);
    }

    private static String show(StreamBook book) {
      return book + " " + book.levels(BookSide.BID, 99) + book.levels(BookSide.ASK, 99);
    }

    @Override
    public void onStale(MarketTicker market) {
      assertThat(valid.remove(market)).isTrue();
    }

    void add(MarketTicker market) {
      if (markets.add(market)) {
        boolean granted = world.granted.contains(market);
        boolean known = world.keeper.find(market) != null;
        TrackedBook book = world.keeper.track(market);
        if (granted && !known) {
          world.keeper.missing(book);
        }
        book.slots.add(dispatcher.add(book));
      }
    }

    void remove(MarketTicker market) {
      if (markets.remove(market)) {
        TrackedBook book = world.keeper.track(market);
        book.slots.remove(dispatcher.remove(market.value()));
        world.keeper.release(book);
        valid.remove(market);
      }
    }

    void handle(int most) throws InterruptedException {
      for (int i = 0; i < most && dispatcher.statistics().waiting() > 0; i++) {
        dispatcher.step();
      }
    }
  }

  /** The exchange, and the way to it. */
  private static final class World {
    private final Random random;
    private final int percentLost;
    private final ReentrantLock lock = new ReentrantLock();
    private final BookKeeper keeper = new BookKeeper();
    private final Map<MarketTicker, Truth> truths = new HashMap<>();
    private final List<Viewer> viewers = new ArrayList<>();
    private final Set<MarketTicker> granted = new LinkedHashSet<>();
    private final List<StreamEvent> held = new ArrayList<>();
    private final List<StreamEvent> past = new ArrayList<>(); // of this subscription
    private boolean disturbed = true;
    private int sid;
    private long sequence;
    private long micros = 1_000_000;
    private long now;
    private long faults;

    World(Random random, int percentLost) {
      this.random = random;
      this.percentLost = percentLost;
      for (MarketTicker market : MARKETS) {
        Truth truth = new Truth();
        truth.note(0, true);
        truths.put(market, truth);
      }
      viewers.add(new Viewer(this, false));
      viewers.add(new Viewer(this, false));
      viewers.add(new Viewer(this, true));
    }

    Truth truth(MarketTicker market) {
      Truth truth = truths.get(market);
      assertThat(truth).isNotNull();
      return truth;
    }

    Set<MarketTicker> wanted() {
      Set<MarketTicker> wanted = new LinkedHashSet<>();
      viewers.forEach(viewer -> wanted.addAll(viewer.markets));
      return wanted;
    }

    void locked(Runnable action) {
      lock.lock();
      try {
        action.run();
      } finally {
        lock.unlock();
      }
    }

    void connect() {
      keeper.ended();
      held.clear();
      past.clear();
      sid++;
      sequence = 0;
      granted.clear();
      granted.addAll(wanted());
      keeper.apply(new Subscribed(1, "orderbook_delta", sid), 0, 0);
      granted.forEach(this::snapshot);
    }

    /** Brings what is granted to what is wanted. */
    void update() {
      Set<MarketTicker> wanted = wanted();
      if (!granted.equals(wanted)) {
        if (random.nextBoolean()) {
          return; // the command is under way
        }
        Set<MarketTicker> fresh = new LinkedHashSet<>(wanted);
        fresh.removeAll(granted);
        granted.addAll(wanted);
        granted.retainAll(wanted);
        acknowledge();
        fresh.forEach(this::snapshot);
      }
    }

    private void acknowledge() {
      send(new Acknowledged(9, sid, ++sequence, List.of(), List.of(), List.of(), List.of()));
    }

    private void snapshot(MarketTicker market) {
      Truth truth = truth(market);
      send(
          new BookSnapshot(
              0, sid, ++sequence, market, Truth.levels(truth.bids), Truth.levels(truth.asks)));
    }

    void happen(int times) {
      for (int i = 0; i < times; i++) {
        switch (random.nextInt(12)) {
          case 0 -> acknowledge();
          case 1 -> send(new StreamError(7, sid, ++sequence, 13, "Unsupported action", List.of()));
          case 2 -> snapshot(granted());
          case 3 -> viewer().add(MARKETS.get(random.nextInt(MARKETS.size())));
          case 4 -> {
            if (random.nextInt(4) == 0) {
              viewer().remove(MARKETS.get(random.nextInt(MARKETS.size())));
            }
          }
          case 5 -> {
            if (disturbed && random.nextInt(20) == 0) {
              connect();
            }
          }
          default -> groups();
        }
        update();
        tend(random.nextInt(30));
      }
    }

    private MarketTicker granted() {
      List<MarketTicker> all = List.copyOf(granted);
      return all.isEmpty() ? MARKETS.get(0) : all.get(random.nextInt(all.size()));
    }

    private Viewer viewer() {
      return viewers.get(random.nextInt(viewers.size()));
    }

    /** Changes one or two books by a group of changes each, whose messages come mixed. */
    private void groups() {
      List<MarketTicker> markets = new ArrayList<>(MARKETS);
      Collections.shuffle(markets, random);
      micros += 1 + random.nextInt(1000);
      List<List<Runnable>> groups = new ArrayList<>();
      for (MarketTicker market : markets.subList(0, 1 + random.nextInt(2))) {
        groups.add(group(market, micros + groups.size()));
      }
      micros += 2;
      while (!groups.isEmpty()) {
        List<Runnable> group = groups.get(random.nextInt(groups.size()));
        group.removeFirst().run();
        if (group.isEmpty()) {
          groups.remove(group);
        }
      }
    }

    /** A group of changes, in whose middle the book may be crossed, but not at its end. */
    private List<Runnable> group(MarketTicker market, long time) {
      Truth truth = truth(market);
      List<Runnable> changes = new ArrayList<>();
      int size = 1 + random.nextInt(4);
      boolean crossing = random.nextInt(3) == 0;
      if (crossing) { // the new order comes first, then those it takes away, and then it leaves
        changes.add(() -> change(market, BookSide.BID, Price.ofCents(98), 700, time, false));
      }
      for (int i = 0; i < size; i++) {
        boolean last = !crossing && i == size - 1;
        changes.add(() -> {
          BookSide side = random.nextBoolean() ? BookSide.BID : BookSide.ASK;
          Price price = price(side);
          long old = truth.side(side).getOrDefault(price, 0L);
          long change = old > 0 && random.nextBoolean() ? -old : 1 + random.nextInt(500);
          change(market, side, price, change, time, last);
        });
      }
      if (crossing) {
        changes.add(() -> change(market, BookSide.BID, Price.ofCents(98), -700, time, true));
      }
      return changes;
    }

    private Price price(BookSide side) {
      int fine = random.nextInt(40);
      long step = fine == 0 ? 1 : fine == 1 ? 10 : 100;
      long distance = (1 + random.nextInt(9)) * step;
      return Price.ofCenticents(
          MIDDLE.centicents() + (side == BookSide.BID ? -distance : distance));
    }

    private void change(
        MarketTicker market, BookSide side, Price price, long hundredths, long time, boolean last) {
      Truth truth = truth(market);
      truth.change(side, price, hundredths);
      truth.note(time, last);
      if (granted.contains(market)) {
        boolean garbled = disturbed && random.nextInt(300) == 0;
        faults += garbled ? 1 : 0;
        boolean arrived =
            send(
                new BookDelta(
                    sid,
                    ++sequence,
                    market,
                    side,
                    price,
                    garbled ? -1_000_000_000 : hundredths,
                    time,
                    null,
                    null));
        if (!arrived) {
          truth.lost(); // nothing tells that more was to come
        }
      }
    }

    private boolean send(StreamEvent event) {
      int luck = disturbed ? random.nextInt(1000) : 1000;
      if (luck < percentLost * 2) {
        return false;
      }
      if (luck < percentLost * 3) {
        held.add(event); // comes after the next
        return false;
      }
      arrive(event);
      past.add(event);
      if (luck < percentLost * 7) { // again, or an old one again
        arrive(luck < percentLost * 5 ? event : past.get(random.nextInt(past.size())));
      }
      List<StreamEvent> late = List.copyOf(held);
      held.clear();
      late.forEach(this::arrive);
      return true;
    }

    private void arrive(StreamEvent event) {
      keeper.apply(event, micros * 1000, now);
    }

    /** Lets time pass, as the stream's threads do. */
    void tend(int millis) {
      now += Duration.ofMillis(millis).toNanos();
      keeper.endGroups(now);
      switch (keeper.remedy(now)) {
        case NOTHING -> {}
        case SNAPSHOT -> {
          Set<String> markets = keeper.ask(now);
          if (!disturbed || random.nextInt(5) > 0) {
            markets.stream()
                .map(MarketTicker::of)
                .filter(granted::contains)
                .forEach(this::snapshot);
          }
        }
        case RESUBSCRIBE -> connect();
      }
    }
  }

  @Property(tries = 600)
  void aBookShownIsWhatTheExchangeHadOrStale(
      @ForAll Random random, @ForAll @IntRange(max = 30) int percentLost)
      throws InterruptedException {
    World world = new World(random, percentLost);
    world.locked(() -> {
      world.viewers.get(0).add(MARKETS.get(0));
      world.viewers.get(1).add(MARKETS.get(0));
      world.viewers.get(2).add(MARKETS.get(1));
      world.connect();
    });
    for (int i = 0; i < 60; i++) {
      world.locked(() -> world.happen(random.nextInt(5)));
      world.viewer().handle(random.nextInt(4));
    }
    world.disturbed = false;
    world.locked(world::acknowledge); // its number tells what was lost last
    for (int i = 0; i < 40; i++) {
      world.locked(() -> {
        world.update();
        world.tend(500);
      });
      for (Viewer viewer : world.viewers) {
        viewer.depth = 9; // nothing happens any more
        viewer.handle(Integer.MAX_VALUE);
      }
    }

    for (Viewer viewer : world.viewers) {
      assertThat(viewer.valid).containsExactlyInAnyOrderElementsOf(viewer.markets);
      assertThat(viewer.dispatcher.statistics().handlerFailures()).isZero();
      for (MarketTicker market : viewer.markets) {
        List<State> states = world.truth(market).states;
        State last = states.getLast();
        Integer shown = viewer.shown.get(market);
        assertThat(shown).isNotNull();
        assertThat(states.get(shown).bids).isEqualTo(last.bids);
        assertThat(states.get(shown).asks).isEqualTo(last.asks);
      }
    }
    assertThat(world.keeper.faults()).isLessThanOrEqualTo(world.faults);
  }
}
