package io.github.kalshi4j.engine.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.desk.VenueEvent.CancelRefused;
import io.github.kalshi4j.engine.desk.VenueEvent.Canceled;
import io.github.kalshi4j.engine.desk.VenueEvent.Filled;
import io.github.kalshi4j.engine.desk.VenueEvent.OrderEvent;
import io.github.kalshi4j.engine.paper.Script.Player;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PaperVenueLaws {
  private static final Money CASH = Money.ofDollars(10_000);

  @Provide
  Arbitrary<Script> scripts() {
    return Script.scripts(1);
  }

  private static PaperBench bench(FillModel model, Money cash) {
    FeeSchedule fees = new FeeSchedule(FeeType.QUADRATIC_WITH_MAKER_FEES, BigDecimal.ONE);
    return new PaperBench(model, PaperBench.NONE, cash, PaperBench.CENTS, fees);
  }

  private static Player play(Script script, FillModel model) {
    return new Player(bench(model, CASH)).play(script);
  }

  /** YES buyers and NO buyers each pay their price; every pair of both is worth a dollar. */
  @Property(tries = 150)
  void moneyIsConserved(@ForAll("scripts") Script script, @ForAll FillModel model) {
    Player player = play(script, model);
    Money paid = Money.ZERO;
    Money fees = Money.ZERO;
    long yes = 0;
    long no = 0;
    for (Filled fill : player.bench.fills()) {
      BookSide side = player.terms.get(fill.order()).side();
      paid = paid.plus(side.outcome().toYes(fill.price()).times(fill.quantity()));
      fees = fees.plus(fill.fee().net());
      yes += side == BookSide.BID ? fill.quantity().hundredths() : 0;
      no += side == BookSide.ASK ? fill.quantity().hundredths() : 0;
    }
    PaperVenue venue = player.bench.venue;
    Money pairs = Price.ONE.times(Quantity.ofHundredths(Math.min(yes, no)));

    assertThat(venue.position(PaperBench.MARKET)).isEqualTo(yes - no);
    assertThat(venue.totalFees()).isEqualTo(fees);
    assertThat(venue.cash()).isEqualTo(CASH.minus(paid).plus(pairs).minus(fees));
    venue.settle(PaperBench.MARKET, MarketResult.YES);
    assertThat(venue.cash())
        .isEqualTo(CASH.minus(paid).plus(Price.ONE.times(Quantity.ofHundredths(yes))).minus(fees));
  }

  @Property(tries = 150)
  void cashIsNeverNegative(@ForAll("scripts") Script script, @ForAll FillModel model) {
    PaperBench poor = bench(model, Money.ofDollars(12));
    Script.Observer observer =
        new Script.Observer() {
          @Override
          public void afterStep() {
            assertThat(poor.venue.cash()).isGreaterThanOrEqualTo(Money.ZERO);
          }
        };
    new Player(poor, false, false, observer).play(script);
  }

  @Property(tries = 150)
  void everyOrderLivesByItsTerms(@ForAll("scripts") Script script, @ForAll FillModel model) {
    Player player = play(script, model);
    for (ClientOrderId id : player.placed) {
      LimitOrder terms = player.terms.get(id);
      List<OrderEvent> life = life(player.bench, id);
      List<Filled> fills = player.bench.fills(id);
      for (Filled fill : fills) {
        assertThat(isWorse(terms.side(), fill.price(), terms.price())).isFalse();
        assertThat(fill.liquidity() == Liquidity.MAKER && !fill.price().equals(terms.price()))
            .isFalse();
      }
      for (int i = 1; i < fills.size(); i++) {
        Filled before = fills.get(i - 1);
        assertThat(isWorse(terms.side(), before.price(), fills.get(i).price())).isFalse();
      }
      long canceled =
          life.stream()
              .filter(Canceled.class::isInstance)
              .mapToLong(event -> ((Canceled) event).remaining().hundredths())
              .sum();
      assertThat(player.bench.filled(id) + canceled)
          .isLessThanOrEqualTo(terms.quantity().hundredths());
      assertThat(shape(life)).matches("R|AF*C?");
    }
  }

  private static boolean isWorse(BookSide side, Price price, Price limit) {
    return side == BookSide.BID ? price.isAbove(limit) : price.isBelow(limit);
  }

  private static List<OrderEvent> life(PaperBench bench, ClientOrderId id) {
    return bench.heard.stream()
        .filter(OrderEvent.class::isInstance)
        .map(OrderEvent.class::cast)
        .filter(event -> event.order().equals(id) && !(event instanceof CancelRefused))
        .toList();
  }

  private static String shape(List<OrderEvent> life) {
    StringBuilder shape = new StringBuilder();
    life.forEach(event -> shape.append(event.getClass().getSimpleName().charAt(0)));
    return shape.toString();
  }

  @Property(tries = 150)
  void neverTakesMoreThanWasShown(@ForAll("scripts") Script script, @ForAll FillModel model) {
    PaperBench bench = bench(model, CASH);
    Map<String, Long> shown = new HashMap<>();
    Map<String, Long> taken = new HashMap<>();
    Player[] player = new Player[1];
    Script.Observer observer =
        new Script.Observer() {
          private int counted;

          @Override
          public void beforeDelta(BookSide side, Price price, long hundredths) {
            if (bench.book.hundredthsAt(side, price) + hundredths == 0) {
              shown.remove(side + " " + price);
              taken.remove(side + " " + price);
            } else if (hundredths > 0) {
              shown.merge(side + " " + price, hundredths, Long::sum);
              shown.merge(side.name(), hundredths, Long::sum);
            }
          }

          @Override
          public void beforeSnapshot() {
            shown.clear();
            taken.clear();
            for (BookSide side : BookSide.values()) {
              bench.book.forEachLevel(
                  side,
                  (price, hundredths) -> {
                    shown.put(side + " " + price, hundredths);
                    shown.merge(side.name(), hundredths, Long::sum);
                    return true;
                  });
            }
          }

          @Override
          public void afterStep() {
            List<Filled> fills = bench.fills();
            for (Filled fill : fills.subList(counted, fills.size())) {
              BookSide side = player[0].terms.get(fill.order()).side().opposite();
              if (fill.liquidity() == Liquidity.TAKER) {
                taken.merge(side + " " + fill.price(), fill.quantity().hundredths(), Long::sum);
              }
              if (!fill.reason().startsWith("traded")) {
                taken.merge(side.name(), fill.quantity().hundredths(), Long::sum);
              }
            }
            counted = fills.size();
            taken.forEach((level, hundredths) ->
                assertThat(hundredths)
                    .as(level)
                    .isLessThanOrEqualTo(shown.getOrDefault(level, 0L)));
          }
        };
    player[0] = new Player(bench, false, false, observer);
    player[0].play(script);
  }

  @Property(tries = 150)
  void ordersTogetherAreNeverFilledBeyondATrade(
      @ForAll("scripts") Script script, @ForAll FillModel model) {
    PaperBench bench = bench(model, CASH);
    Script.Observer observer =
        new Script.Observer() {
          private long counted;

          @Override
          public void afterTrade(long hundredths) {
            long now = tradedFills(bench);
            assertThat(now - counted).isLessThanOrEqualTo(hundredths);
            counted = now;
          }
        };
    new Player(bench, false, false, observer).play(script);
  }

  private static long tradedFills(PaperBench bench) {
    return bench.fills().stream()
        .filter(fill -> fill.reason().startsWith("traded"))
        .mapToLong(fill -> fill.quantity().hundredths())
        .sum();
  }

  @Property(tries = 150)
  void yesAndNoAreMirrorImages(@ForAll("scripts") Script script, @ForAll FillModel model) {
    Player straight = play(script, model);
    Player reflected =
        new Player(bench(model, CASH), true, false, new Script.Observer() {}).play(script);
    straight.bench.venue.settle(PaperBench.MARKET, MarketResult.YES);
    reflected.bench.venue.settle(PaperBench.MARKET, MarketResult.NO);

    for (ClientOrderId id : straight.placed) {
      assertThat(straight.bench.fills(id).stream().map(PaperVenueLaws::reflect).toList())
          .isEqualTo(reflected.bench.fills(id));
      assertThat(shape(life(straight.bench, id))).isEqualTo(shape(life(reflected.bench, id)));
    }
    assertThat(straight.bench.venue.cash()).isEqualTo(reflected.bench.venue.cash());
    assertThat(straight.bench.venue.totalFees()).isEqualTo(reflected.bench.venue.totalFees());
  }

  private static Filled reflect(Filled fill) {
    return new Filled(
        fill.order(),
        fill.trade(),
        fill.price().complement(),
        fill.quantity(),
        fill.liquidity(),
        fill.fee(),
        fill.reason(),
        fill.time());
  }

  @Property(tries = 50)
  void theSameEventsGiveTheSameAnswers(@ForAll("scripts") Script script, @ForAll FillModel model) {
    assertThat(play(script, model).bench.heard).isEqualTo(play(script, model).bench.heard);
  }
}
