package io.github.kalshi4j.simulator.life;

import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.OrderRequest;
import io.github.kalshi4j.simulator.exchange.OrderTarget;
import io.github.kalshi4j.simulator.reference.SimulatedIndex;
import io.github.kalshi4j.simulator.series.CatalogueMarket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All who trade in one market by themselves. They act one at a time, at random times: makers move
 * one of their orders, those first that a lagging price makes them lose by; takers take, most of
 * them by chance, some because the price is wrong, and a few all that is offered within some cents.
 * One maker goes by a price that is three seconds old. How often, how much and how deep is as
 * recorded in Bitcoin's markets in May 2026, times the coin's activity. Used by one thread.
 */
public final class Crowd {
  private static final double REQUOTES_PER_SECOND = 42;
  private static final double TAKERS_PER_SECOND = 4.8;
  private static final double OPENING_ACTS_PER_SECOND = 200;
  private static final double DEEP_SHARE = 0.15;
  private static final double INFORMED_SHARE = 0.3;
  private static final double SWEEPING_SHARE = 0.012;
  private static final double SWEEP_REACH = 250;
  private static final int NEAR_ORDERS = 20;
  private static final int DEEP_ORDERS = 170;
  private static final long SLOW_PAUSE_MICROS = 1_000_000;
  private static final long SLOW_LAG_MICROS = 3_000_000;
  private static final long FAST_LAG_MICROS = 200_000;
  private static final double HALF_SPREAD = 40; // in units of $0.0001, as all prices here
  private static final int WIDE = 100;
  private static final double THINNESS = 0.9; // how much wider spreads are where less is done
  private static final double NEAR_WIDTH = 150;
  private static final double NARROWING_WIDTH = 20;
  private static final double DEEP_FROM = 500;
  private static final double EDGE = 1_000; // below it, and as far below $1, ticks are small
  private static final double EDGE_SHARE = 0.5;
  private static final double MICROS = 1_000_000;

  private final MarketTicker market;
  private final PriceGrid grid;
  private final SimulatedIndex index;
  private final PublicBook book;
  private final Desk desk;
  private final RandomGenerator random;
  private final double activity;
  private final double width; // of spreads, beside those of Bitcoin's markets
  private final long openMicros;
  private long closeMicros;
  private final List<Slot> near = new ArrayList<>();
  private final List<Slot> deep = new ArrayList<>();
  private final List<Slot> slow = new ArrayList<>();
  private double strike;
  private int opened; // how many slots have had their first order
  private long nextMicros;
  private long nextSlowMicros;

  /**
   * Brings a crowd to a market that trades.
   *
   * @param seed with the ticker, decides what it does
   * @param nowMicros microseconds since 1970
   * @param closeMicros when the market closes
   */
  public Crowd(
      CatalogueMarket market,
      SimulatedIndex index,
      PublicBook book,
      Desk desk,
      long seed,
      long nowMicros,
      long closeMicros) {
    this.market = market.listed().market();
    this.grid = market.listed().grid();
    this.index = index;
    this.book = book;
    this.desk = desk;
    this.random = new SplittableRandom(seed ^ this.market.value().hashCode() * 0x9E3779B97F4A7C15L);
    this.activity = market.coin().activity();
    this.openMicros = market.listed().open().getEpochSecond() * (long) MICROS;
    this.closeMicros = closeMicros;
    know(market.strike());
    double breadth = StrictMath.sqrt(Math.min(1, activity));
    width = StrictMath.pow(breadth, -THINNESS);
    fill(near, Math.max(4, (int) (NEAR_ORDERS * breadth)), Participants.MAKERS, FAST_LAG_MICROS);
    fill(deep, Math.max(16, (int) (DEEP_ORDERS * breadth)), Participants.DEEP_MAKERS, 0);
    fill(slow, 1, List.of(Participants.SLOW_QUOTER), SLOW_LAG_MICROS);
    nextMicros = nowMicros + pause(OPENING_ACTS_PER_SECOND);
    nextSlowMicros = nowMicros + SLOW_PAUSE_MICROS;
  }

  private static void fill(List<Slot> slots, int perSide, List<UserId> owners, long lagMicros) {
    for (int i = 0; i < perSide; i++) {
      int owner = i % owners.size();
      for (BookSide side : BookSide.values()) {
        slots.add(new Slot(owners.get(owner), side, lagMicros + owner * lagMicros / 4));
      }
    }
  }

  /** Tells the crowd the strike, once it is known; until then it goes by the index itself. */
  public void know(@Nullable BigDecimal value) {
    if (value != null) {
      strike = value.doubleValue();
    }
  }

  /** Tells the crowd that the close was moved. */
  public void closesAt(long micros) {
    closeMicros = micros;
  }

  /** Returns when someone acts next, in microseconds since 1970. */
  public long nextMicros() {
    return Math.min(nextMicros, nextSlowMicros);
  }

  /** Lets whoever is next act. */
  public void act() {
    if (strike == 0) {
      strike =
          index.quarterAverage(openMicros).map(BigDecimal::doubleValue).orElse(index.priceAgo(0));
    }
    if (nextSlowMicros <= nextMicros) {
      long now = nextSlowMicros;
      nextSlowMicros += SLOW_PAUSE_MICROS;
      for (Slot slot : slow) {
        move(slot, quote(slot, now, HALF_SPREAD * width), size(60, 0.5));
      }
      return;
    }
    long now = nextMicros;
    if (opened < near.size() + deep.size()) {
      open(now);
      nextMicros = now + pause(OPENING_ACTS_PER_SECOND);
      return;
    }
    double acts = REQUOTES_PER_SECOND + TAKERS_PER_SECOND;
    if (random.nextDouble() * acts < TAKERS_PER_SECOND) {
      take(now);
    } else if (random.nextDouble() < DEEP_SHARE) {
      moveDeep(deep.get(random.nextInt(deep.size())), now);
    } else {
      moveNear(worst(now), now);
    }
    nextMicros = now + pause(acts * activity);
  }

  private long pause(double perSecond) {
    return 1 + (long) (random.nextExponential() / perSecond * MICROS);
  }

  private void open(long now) {
    if (opened < near.size()) {
      moveNear(near.get(opened), now);
    } else {
      moveDeep(deep.get(opened - near.size()), now);
    }
    opened++;
  }

  /**
   * Returns the near order that its owner would lose most by; if there is none, and the spread is
   * wide, the one furthest away on the side that lags behind; else any.
   */
  private Slot worst(long now) {
    double fair = fair(now, FAST_LAG_MICROS);
    BookSide lagging = fair - book.bestBid() > book.bestAsk() - fair ? BookSide.BID : BookSide.ASK;
    Slot losing = null;
    Slot far = null;
    double most = 0;
    double furthest = WIDE * width;
    for (Slot slot : near) {
      double worth = slot.lagMicros == FAST_LAG_MICROS ? fair : fair(now, slot.lagMicros);
      double gain = slot.side == BookSide.BID ? worth - slot.price : slot.price - worth;
      if (slot.order == null) {
        gain = 10_000;
      }
      if (-gain > most) {
        most = -gain;
        losing = slot;
      }
      if (slot.side == lagging && gain > furthest) {
        furthest = gain;
        far = slot;
      }
    }
    if (losing != null) {
      return losing;
    }
    return far != null && isWide() ? far : near.get(random.nextInt(near.size()));
  }

  private boolean isWide() {
    return book.bestAsk() - book.bestBid() > WIDE * width;
  }

  private double fair(long now, long lagMicros) {
    double left = (closeMicros - now) / MICROS;
    return 10_000 * FairValue.of(index, strike, left, lagMicros);
  }

  private void moveNear(Slot slot, long now) {
    double reach = isWide() ? NARROWING_WIDTH : NEAR_WIDTH;
    double distance = width * (HALF_SPREAD + random.nextExponential() * reach);
    move(slot, quote(slot, now, distance), size(60, 1.5));
  }

  private void moveDeep(Slot slot, long now) {
    double fair = fair(now, slot.lagMicros);
    double room = slot.side == BookSide.BID ? fair : 10_000 - fair;
    double reach = Math.max(0, room - DEEP_FROM);
    boolean atEdge = random.nextDouble() < EDGE_SHARE;
    double fromEnd = random.nextDouble() * (atEdge ? Math.min(EDGE, reach) : reach);
    move(slot, quote(slot, now, room - fromEnd), size(210, 1.5));
  }

  private Optional<Price> quote(Slot slot, long now, double distance) {
    double fair = fair(now, slot.lagMicros);
    return slot.side == BookSide.BID
        ? grid.floor(price(StrictMath.floor(fair - distance)))
        : grid.ceiling(price(StrictMath.ceil(fair + distance)));
  }

  private static Price price(double centicents) {
    return Price.ofCenticents(Math.clamp((long) centicents, 0, 10_000));
  }

  /** Returns a random quantity, whose median is given for Bitcoin's markets. */
  private Quantity size(double median, double spread) {
    double contracts =
        median * StrictMath.sqrt(activity) * StrictMath.exp(spread * random.nextGaussian());
    long whole = Math.clamp(Math.round(contracts), 1, 50_000);
    long part = random.nextInt(8) == 0 ? random.nextInt(100) : 0;
    return Quantity.ofHundredths(whole * 100 + part);
  }

  private void move(Slot slot, Optional<Price> price, Quantity quantity) {
    OrderId old = slot.order;
    if (old != null) {
      desk.execute(new Command.Cancel(slot.owner, OrderTarget.in(market, old)));
      slot.order = null;
    }
    Optional<Price> passive = price.flatMap(wanted -> passive(slot.side, wanted));
    if (passive.isEmpty()) {
      return;
    }
    LimitOrder order =
        LimitOrder.goodTillCanceled(market, slot.side, passive.get(), quantity).withPostOnly(true);
    if (desk.execute(new Command.Place(slot.owner, OrderRequest.from(order)))
        instanceof Answer.Placed placed) {
      slot.order = placed.order().id();
      slot.price = (int) passive.get().centicents();
    }
  }

  /** Returns the price, or the next one that meets no order. */
  private Optional<Price> passive(BookSide side, Price wanted) {
    if (side == BookSide.BID) {
      Price ask = Price.ofCenticents(book.bestAsk());
      return wanted.isBelow(ask) ? wanted.asOptional() : grid.below(ask);
    }
    Price bid = Price.ofCenticents(book.bestBid());
    return wanted.isAbove(bid) ? wanted.asOptional() : grid.above(bid);
  }

  private void take(long now) {
    UserId taker = Participants.TAKERS.get(random.nextInt(Participants.TAKERS.size()));
    int bid = book.bestBid();
    int ask = book.bestAsk();
    BookSide side = random.nextBoolean() ? BookSide.BID : BookSide.ASK;
    if (random.nextDouble() < INFORMED_SHARE) {
      double fair = fair(now, 0);
      side = fair - ask > bid - fair ? BookSide.BID : BookSide.ASK;
      double edge = Math.max(fair - ask, bid - fair);
      if (edge < 0) {
        return;
      }
    }
    boolean sweeps = random.nextDouble() < SWEEPING_SHARE;
    double reach = sweeps ? SWEEP_REACH * (1 + random.nextExponential()) : 0;
    Quantity quantity = sweeps ? size(3_000, 0.5) : size(8, 2.0);
    Optional<Price> price =
        side == BookSide.BID ? grid.floor(price(ask + reach)) : grid.ceiling(price(bid - reach));
    boolean someoneIsThere = side == BookSide.BID ? ask < 10_000 : bid > 0;
    if (someoneIsThere && price.isPresent()) {
      LimitOrder order = LimitOrder.immediateOrCancel(market, side, price.get(), quantity);
      desk.execute(new Command.Place(taker, OrderRequest.from(order)));
    }
  }
}
