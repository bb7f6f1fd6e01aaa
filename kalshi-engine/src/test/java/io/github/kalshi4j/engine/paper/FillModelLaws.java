package io.github.kalshi4j.engine.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.engine.paper.Script.Player;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What a queue position means, whatever happens: one order of ours in a market of others. */
class FillModelLaws {
  private static final Price PRICE = Price.ofCents(50);

  @Provide
  Arbitrary<Script> markets() {
    return Script.scripts(6).map(Script::market);
  }

  @Property(tries = 300)
  void pessimisticFillsNoMoreThanExpectedAndExpectedNoMoreThanOptimistic(
      @ForAll("markets") Script market,
      @ForAll @IntRange(max = Script.TICKS - 1) int tick,
      @ForAll @LongRange(min = 1, max = 5_000) long hundredths,
      @ForAll BookSide side) {
    long pessimistic = filled(market, FillModel.PESSIMISTIC, side, tick, hundredths, false);
    long expected = filled(market, FillModel.EXPECTED, side, tick, hundredths, false);
    long optimistic = filled(market, FillModel.OPTIMISTIC, side, tick, hundredths, false);

    assertThat(pessimistic).isLessThanOrEqualTo(expected);
    assertThat(expected).isLessThanOrEqualTo(optimistic);
  }

  @Property(tries = 300)
  void itDoesNotMatterWhetherATradeOrItsDecreaseIsToldFirst(
      @ForAll("markets") Script market,
      @ForAll FillModel model,
      @ForAll @IntRange(max = Script.TICKS - 1) int tick,
      @ForAll @LongRange(min = 1, max = 5_000) long hundredths,
      @ForAll BookSide side) {
    assertThat(filled(market, model, side, tick, hundredths, true))
        .isEqualTo(filled(market, model, side, tick, hundredths, false));
  }

  private static long filled(
      Script market, FillModel model, BookSide side, int tick, long hundredths, boolean flipped) {
    Player player = new Player(new PaperBench(model), false, flipped, new Script.Observer() {});
    ClientOrderId order =
        player.place(side, tick, hundredths, TimeInForce.GOOD_TILL_CANCELED, false);
    player.play(market);
    return player.bench.filled(order);
  }

  @Property(tries = 300)
  void pessimisticNeverFillsMoreThanARealQueueWould(@ForAll("turns") List<Turn> turns) {
    Queue queue = new Queue(FillModel.PESSIMISTIC);
    for (Turn turn : turns) {
      queue.play(turn);
      assertThat(queue.filled()).isLessThanOrEqualTo(queue.trulyFilled);
    }
  }

  @Property(tries = 300)
  void optimisticNeverFillsLessThanARealQueueWouldWhenNothingIsHeld(
      @ForAll("turns") List<Turn> turns) {
    Queue queue = new Queue(FillModel.OPTIMISTIC);
    for (Turn turn : turns) {
      queue.bench.advance(251);
      queue.play(turn);
      assertThat(queue.filled()).isGreaterThanOrEqualTo(queue.trulyFilled);
    }
  }

  @Provide
  Arbitrary<List<Turn>> turns() {
    return Combinators.combine(
            Arbitraries.of(Turn.Kind.class),
            Arbitraries.longs().between(1, 800),
            Arbitraries.integers().between(6, 120),
            Arbitraries.integers().between(0, 1_000))
        .as(Turn::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  record Turn(Kind kind, long hundredths, int delay, int choice) {
    enum Kind {
      ADD,
      CANCEL,
      TRADE
    }
  }

  /** A level as the exchange has it: order by order, some ahead of ours and the others behind. */
  private static final class Queue {
    private final PaperBench bench;
    private final ClientOrderId ours;
    private final List<Long> others = new ArrayList<>(List.of(500L, 300L, 700L, 200L));
    private int ahead = 4;
    private long trulyFilled;

    Queue(FillModel model) {
      bench = new PaperBench(model);
      bench.snapshot("bid 0.50 17, ask 0.60 10");
      ours = bench.rest("bid 0.50 10000");
    }

    long filled() {
      return bench.filled(ours);
    }

    void play(Turn turn) {
      bench.advance(turn.delay());
      switch (turn.kind()) {
        case ADD -> {
          others.add(turn.hundredths());
          change(turn.hundredths());
        }
        case CANCEL -> {
          if (!others.isEmpty()) {
            int index = turn.choice() % others.size();
            change(-remove(index));
          }
        }
        case TRADE -> trade(turn);
      }
      bench.groupEnd();
    }

    private long remove(int index) {
      if (index < ahead) {
        ahead--;
      }
      return others.remove(index);
    }

    private void trade(Turn turn) {
      long there = others.stream().mapToLong(Long::longValue).sum();
      long traded = Math.min(there, turn.hundredths());
      if (traded == 0) {
        return;
      }
      long before = others.stream().limit(ahead).mapToLong(Long::longValue).sum();
      trulyFilled += Math.max(0, traded - before);
      for (long left = traded; left > 0; ) {
        long first = others.getFirst();
        if (first <= left) {
          left -= remove(0);
        } else {
          others.set(0, first - left);
          left = 0;
        }
      }
      boolean tradeFirst = turn.choice() % 2 == 0;
      if (tradeFirst) {
        bench.trade(BookSide.BID, PRICE, traded, 0);
      }
      change(-traded);
      if (!tradeFirst) {
        bench.trade(BookSide.BID, PRICE, traded, 0);
      }
    }

    private void change(long hundredths) {
      bench.delta(BookSide.BID, PRICE, hundredths);
    }
  }
}
