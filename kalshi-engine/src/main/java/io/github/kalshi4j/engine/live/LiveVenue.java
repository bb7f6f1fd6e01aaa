package io.github.kalshi4j.engine.live;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.call.WriteLane;
import io.github.kalshi4j.client.fee.FillFee;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.order.CanceledOrder;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.portfolio.Fill;
import io.github.kalshi4j.client.stream.FillEvent;
import io.github.kalshi4j.client.stream.KalshiStream;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.engine.clock.Scheduler;
import io.github.kalshi4j.engine.desk.ObservingVenue;
import io.github.kalshi4j.engine.desk.VenueEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The exchange, through the client's orders.
 *
 * <p>The exchange is asked on other threads ({@link OrderCalls}), and the engine's thread alone
 * keeps what is known of an order. Several sources tell of one order (the answer to its placing,
 * the channels of fills and of orders, a look over REST), in any order; the engine hears of them as
 * the order's life is: taken, fills, and the end once all fills before it are known. A fill counts
 * once, by its trade.
 *
 * <p>An order without an answer is looked up until it is known what became of it, and never sent
 * again. A cancellation without an answer is sent again, since that is safe.
 *
 * <p>All methods are called on the engine's thread.
 */
public final class LiveVenue implements ObservingVenue, AutoCloseable {
  private static final Duration FILLS_LATE = Duration.ofSeconds(2);
  private static final Duration CLOSE_LATE = Duration.ofSeconds(3);

  private final KalshiClient client;
  private final Scheduler scheduler;
  private final Inbox inbox;
  private final Consumer<VenueEvent> listener;
  private final Consumer<String> notes;
  private final OrderCalls calls;
  private final Map<ClientOrderId, SentOrder> sent = new LinkedHashMap<>();
  private final Map<OrderId, SentOrder> byOrder = new HashMap<>();
  // What came of orders whose names are not known yet, while one of ours may be among them.
  private final Map<OrderId, List<FillEvent>> earlyFills = new HashMap<>();
  private final Map<OrderId, UserOrder> earlyOrders = new HashMap<>();
  private final Set<MarketTicker> foreignNoted = new HashSet<>();
  private int nameless; // orders of ours without the exchange's id

  private LiveVenue(
      KalshiClient client,
      Scheduler scheduler,
      TimeSource time,
      Inbox inbox,
      Consumer<VenueEvent> listener,
      Consumer<String> notes) {
    this.client = client;
    this.scheduler = scheduler;
    this.inbox = inbox;
    this.listener = listener;
    this.notes = notes;
    calls = new OrderCalls(client, time, inbox, new Answered(), notes);
  }

  /**
   * Creates the venue; {@link #subscribe} must have been called before the first order.
   *
   * @param inbox where answers wait for the engine's thread
   * @param listener hears every answer, on the engine's thread
   * @param notes hears what a person should know, on the engine's thread
   */
  public static LiveVenue of(
      KalshiClient client,
      Scheduler scheduler,
      TimeSource time,
      Inbox inbox,
      Consumer<VenueEvent> listener,
      Consumer<String> notes) {
    return new LiveVenue(client, scheduler, time, inbox, listener, notes);
  }

  /** Subscribes to the account's fills and orders; returns when the exchange has confirmed it. */
  public void subscribe() {
    KalshiStream stream = client.stream();
    stream.subscribe(
        StreamRequest.fills(MarketSelection.all()), fill -> inbox.post(() -> onFill(fill)));
    stream.subscribe(
        StreamRequest.userOrders(MarketSelection.all()), order -> inbox.post(() -> onOrder(order)));
  }

  /** Returns whether any order was ever sent. */
  public boolean hasSent() {
    return !sent.isEmpty();
  }

  @Override
  public void place(ClientOrderId id, LimitOrder terms) {
    LimitOrder order = terms.withClientOrderId(id);
    SentOrder one = new SentOrder(id, order);
    if (sent.putIfAbsent(id, one) != null) {
      throw new IllegalArgumentException("client order id used before: " + id);
    }
    nameless++;
    WriteLane lane = order.reduceOnly() ? WriteLane.EXIT : WriteLane.ENTER;
    calls.place(one, lane);
  }

  @Override
  public void cancel(ClientOrderId id) {
    SentOrder one = sent.get(id);
    if (one == null || one.done) {
      inbox.post(() -> listener.accept(new VenueEvent.CancelRefused(id, scheduler.now())));
      return;
    }
    one.cancelWanted = true; // where its id is not known yet, it is canceled once it is
    if (one.orderId != null) {
      calls.cancel(one, one.orderId);
    }
  }

  /** Takes what the exchange answered. */
  private final class Answered implements OrderCalls.Answers {
    @Override
    public void onPlaced(SentOrder one, PlacedOrder placed) {
      name(one, placed.id(), placed.time());
      if (placed.remaining().isZero()) {
        end(one, placed.filled(), reasonAtOnce(one.order), placed.time());
      }
    }

    @Override
    public void onRefused(SentOrder one, String reason) {
      if (one.orderId == null && !one.done) {
        nameless--;
        one.done = true;
        forgetEarly();
        listener.accept(new VenueEvent.Refused(one.id, reason, scheduler.now()));
      }
    }

    @Override
    public void onFound(SentOrder one, Order order) {
      Instant when = order.created() == null ? scheduler.now() : order.created();
      name(one, order.id(), when);
      if (order.status() != OrderStatus.RESTING) {
        end(
            one,
            order.filled(),
            one.cancelWanted ? SentOrder.CANCELED : reasonAtOnce(one.order),
            order.updated() == null ? scheduler.now() : order.updated());
      }
    }

    @Override
    public void onCanceled(SentOrder one, CanceledOrder canceled) {
      Quantity whole = one.order.quantity();
      Quantity filled = whole.minus(canceled.canceled().min(whole));
      end(
          one,
          filled,
          SentOrder.CANCELED,
          canceled.time() == null ? scheduler.now() : canceled.time());
    }

    @Override
    public void onCancelRefused(SentOrder one, String why) {
      notes.accept("order " + one.id + " cannot be canceled: " + why);
      one.cancelWanted = false;
      if (!one.done) {
        listener.accept(new VenueEvent.CancelRefused(one.id, scheduler.now()));
      }
    }

    @Override
    public void onFills(SentOrder one, List<Fill> fills) {
      fills.forEach(fill -> take(one, fill));
    }
  }

  /** Returns why an order that was taken does not rest, as far as its terms tell. */
  private static String reasonAtOnce(LimitOrder order) {
    return order.timeInForce() == TimeInForce.GOOD_TILL_CANCELED
        ? SentOrder.CANCELED
        : order.timeInForce().wire();
  }

  private void onOrder(UserOrder order) {
    SentOrder one = find(order.id(), order.clientOrderId());
    if (one == null) {
      if (nameless > 0) {
        earlyOrders.put(order.id(), order);
      }
      return; // another's, and none of our business
    }
    Instant when = order.updated() == null ? scheduler.now() : order.updated();
    name(one, order.id(), order.created() == null ? when : order.created());
    switch (order.status()) {
      case RESTING, UNKNOWN -> {}
      case EXECUTED -> end(one, order.filled(), SentOrder.CANCELED, when);
      case CANCELED -> end(one, order.filled(), reason(one, order.reason()), when);
    }
  }

  private static String reason(SentOrder one, UserOrder.@Nullable Reason reason) {
    if (reason == null
        || reason == UserOrder.Reason.UNRECOGNIZED
        || (one.cancelWanted && reason == UserOrder.Reason.DECREASE)) {
      return one.cancelWanted ? SentOrder.CANCELED : reasonAtOnce(one.order);
    }
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private void onFill(FillEvent fill) {
    SentOrder one = find(fill.order(), fill.clientOrderId());
    if (one == null) {
      if (nameless > 0) {
        earlyFills.computeIfAbsent(fill.order(), o -> new ArrayList<>()).add(fill);
      } else {
        foreign(fill);
      }
      return;
    }
    Instant when = Instant.ofEpochMilli(fill.exchangeMillis());
    name(one, fill.order(), when);
    fill(one, fill.id(), fill.price(), fill.quantity(), fill.liquidity(), fill.fee(), when);
  }

  private void foreign(FillEvent fill) {
    if (foreignNoted.add(fill.market())) {
      notes.accept(
          "an order that is not ours was filled in "
              + fill.market()
              + "; what we take the account to hold there is no longer right");
    }
  }

  private @Nullable SentOrder find(OrderId order, @Nullable ClientOrderId name) {
    SentOrder one = byOrder.get(order);
    return one == null && name != null ? sent.get(name) : one;
  }

  /** Takes that the exchange has taken an order, which the first news of it says. */
  private void name(SentOrder one, OrderId orderId, Instant when) {
    if (one.orderId != null || one.done) {
      return;
    }
    one.orderId = orderId;
    nameless--;
    byOrder.put(orderId, one);
    listener.accept(new VenueEvent.Accepted(one.id, orderId, when));
    if (one.cancelWanted) {
      calls.cancel(one, orderId);
    }
    List<FillEvent> fills = earlyFills.remove(orderId);
    if (fills != null) {
      fills.forEach(this::onFill);
    }
    UserOrder early = earlyOrders.remove(orderId);
    if (early != null) {
      onOrder(early);
    }
    forgetEarly();
  }

  private void forgetEarly() {
    if (nameless == 0) {
      earlyFills.values().forEach(fills -> fills.forEach(this::foreign));
      earlyFills.clear();
      earlyOrders.clear();
    }
  }

  private void fill(
      SentOrder one,
      TradeId trade,
      Price price,
      Quantity quantity,
      Liquidity liquidity,
      Money fee,
      Instant when) {
    if (!one.trades.add(trade)) {
      return;
    }
    one.filled = one.filled.plus(quantity);
    listener.accept(
        new VenueEvent.Filled(
            one.id,
            trade,
            price,
            quantity,
            liquidity,
            new FillFee(fee, Money.ZERO, Money.ZERO),
            "exchange",
            List.of(),
            when));
    conclude(one);
  }

  /** Takes that an order rests no more, and how much of it was filled by then. */
  private void end(SentOrder one, Quantity filled, String reason, Instant when) {
    if (one.done || one.filledAtEnd != null) {
      return;
    }
    one.filledAtEnd = filled;
    one.reason = reason;
    one.endedAt = when;
    conclude(one);
    OrderId orderId = one.orderId;
    if (!one.done && orderId != null) { // its fills are on their way, or were lost
      scheduler.at(
          scheduler.nanos() + FILLS_LATE.toNanos(),
          () -> {
            if (!one.done) {
              calls.readFills(one, orderId, filled);
            }
          });
    }
  }

  private void take(SentOrder one, Fill fill) {
    Instant known = fill.created() == null ? fill.time() : fill.created();
    fill(
        one,
        fill.trade(),
        fill.price(),
        fill.quantity(),
        fill.liquidity(),
        fill.fee(),
        known == null ? scheduler.now() : known);
  }

  private void conclude(SentOrder one) {
    Quantity atEnd = one.filledAtEnd;
    if (one.done) {
      return;
    }
    if (!one.order.quantity().isAbove(one.filled)) {
      one.done = true; // the fills say so themselves
    } else if (atEnd != null && !atEnd.isAbove(one.filled)) {
      one.done = true;
      listener.accept(
          new VenueEvent.Canceled(
              one.id, one.order.quantity().minus(one.filled), one.reason, one.endedAt));
    }
  }

  /** Looks after the close at what should rest no more, in case the news of it was lost. */
  @Override
  public void onClose(MarketTicker market) {
    scheduler.at(
        scheduler.nanos() + CLOSE_LATE.toNanos(),
        () -> {
          for (SentOrder one : sent.values()) {
            OrderId orderId = one.orderId;
            if (!one.done && orderId != null && one.order.market().equals(market)) {
              calls.look(one, orderId);
            }
          }
        });
  }

  @Override
  public void settle(MarketTicker market, MarketResult result) {
    listener.accept(new VenueEvent.Settled(market, result, Money.ZERO, scheduler.now()));
  }

  @Override
  public void mark(MarketTicker market, MarketResult value) {
    listener.accept(new VenueEvent.Settled(market, value, Money.ZERO, scheduler.now()));
  }

  /** Asks the exchange nothing more; what is under way ends with its next answer. */
  @Override
  public void close() {
    calls.close();
  }
}
