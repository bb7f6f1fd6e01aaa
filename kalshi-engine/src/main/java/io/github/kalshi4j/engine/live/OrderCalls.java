package io.github.kalshi4j.engine.live;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.call.WriteLane;
import io.github.kalshi4j.client.error.DuplicateOrderException;
import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.error.KalshiNotFoundException;
import io.github.kalshi4j.client.error.KalshiRateLimitException;
import io.github.kalshi4j.client.error.KalshiServerException;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.error.OrderOutcomeUnknownException;
import io.github.kalshi4j.client.error.RateBudgetException;
import io.github.kalshi4j.client.error.UnresolvedOrder;
import io.github.kalshi4j.client.order.CanceledOrder;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderAddress;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.order.Resolution;
import io.github.kalshi4j.client.portfolio.Fill;
import io.github.kalshi4j.client.portfolio.FillQuery;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Asks the exchange about orders. Each question is asked on a virtual thread of its own, again and
 * again where that is safe, and its answer comes back as a task of the engine's thread.
 *
 * <p>An order without an answer is looked up until it is known what became of it, and never sent
 * again. A cancellation without an answer is sent again, since that is safe.
 */
final class OrderCalls implements AutoCloseable {
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Duration FILLS_AGAIN = Duration.ofSeconds(2);

  /** What an order's name tells of it, beside what the exchange says. */
  private static final String NOT_PLACED = "not_placed";

  private static final String NOT_SENT = "not_sent";

  /** Takes the answers, on the engine's thread. */
  interface Answers {
    void onPlaced(SentOrder one, PlacedOrder placed);

    /** It was not placed, and never will be. */
    void onRefused(SentOrder one, String reason);

    /** It is known how the order stands. */
    void onFound(SentOrder one, Order found);

    void onCanceled(SentOrder one, CanceledOrder canceled);

    /** It cannot be canceled, and may go on resting. */
    void onCancelRefused(SentOrder one, String why);

    /** These are the order's fills so far, or more of them. */
    void onFills(SentOrder one, List<Fill> fills);
  }

  private final KalshiClient client;
  private final TimeSource time;
  private final Inbox inbox;
  private final Answers answers;
  private final Consumer<String> notes;
  private volatile boolean open = true;

  /**
   * @param notes hears what a person should know, on the engine's thread
   */
  OrderCalls(
      KalshiClient client, TimeSource time, Inbox inbox, Answers answers, Consumer<String> notes) {
    this.client = client;
    this.time = time;
    this.inbox = inbox;
    this.answers = answers;
    this.notes = notes;
  }

  /** Sends an order. */
  void place(SentOrder one, WriteLane lane) {
    work(() -> send(one, lane));
  }

  private void send(SentOrder one, WriteLane lane) throws InterruptedException {
    try {
      PlacedOrder placed = client.orders().place(one.order, lane);
      inbox.post(() -> answers.onPlaced(one, placed));
    } catch (OrderOutcomeUnknownException e) {
      String why = String.valueOf(e.getMessage());
      inbox.post(() -> notes.accept("no answer to order " + one.id + "; looking it up: " + why));
      resolve(one, e.orders().getFirst());
    } catch (DuplicateOrderException e) { // the name is ours alone, so it is this very order
      Instant now = time.now();
      resolve(one, new UnresolvedOrder(one.id, one.order.market(), now, now));
    } catch (KalshiApiException e) {
      refuse(one, e.code().orElse("http_" + e.status()));
    } catch (RateBudgetException e) {
      refuse(one, "rate_budget");
    } catch (KalshiException | IllegalArgumentException | IllegalStateException e) {
      String why = String.valueOf(e.getMessage()); // nothing of it can have been done
      inbox.post(() -> notes.accept("order " + one.id + " was not sent: " + why));
      refuse(one, NOT_SENT);
    }
  }

  /** Looks an order up until it is known what became of it. */
  private void resolve(SentOrder one, UnresolvedOrder unresolved) throws InterruptedException {
    while (open) {
      try {
        switch (client.orders().resolve(unresolved)) {
          case Resolution.Found found -> {
            inbox.post(() -> answers.onFound(one, found.order()));
            return;
          }
          case Resolution.NotPlaced none -> {
            refuse(one, NOT_PLACED);
            return;
          }
          case Resolution.StillUnknown unknown -> {}
        }
      } catch (KalshiException e) {
        // no answer to this either: it is asked again
      }
      time.sleep(AGAIN);
    }
  }

  private void refuse(SentOrder one, String reason) {
    inbox.post(() -> answers.onRefused(one, reason));
  }

  /** Cancels an order. */
  void cancel(SentOrder one, OrderId orderId) {
    OrderAddress address = OrderAddress.in(one.order.market(), orderId);
    work(() -> {
      while (open) {
        try {
          CanceledOrder canceled = client.orders().cancel(address);
          inbox.post(() -> answers.onCanceled(one, canceled));
          return;
        } catch (KalshiNotFoundException e) {
          readUntilOver(one, orderId); // it rests no more, and this tells why
          return;
        } catch (KalshiRateLimitException
            | KalshiServerException
            | KalshiTransportException
            | RateBudgetException e) {
          time.sleep(AGAIN); // canceling again is safe
        } catch (KalshiException e) {
          String why = String.valueOf(e.getMessage());
          inbox.post(() -> answers.onCancelRefused(one, why));
          return;
        }
      }
    });
  }

  /** Reads how an order stands until it is over. */
  void look(SentOrder one, OrderId orderId) {
    work(() -> readUntilOver(one, orderId));
  }

  /** Reads how an order stands until it is over; reads lag behind what happened. */
  private void readUntilOver(SentOrder one, OrderId orderId) throws InterruptedException {
    while (open) {
      try {
        Order order = client.orders().get(orderId);
        if (order.status() != OrderStatus.RESTING) {
          inbox.post(() -> answers.onFound(one, order));
          return;
        }
      } catch (KalshiException e) {
        // it is asked again
      }
      time.sleep(AGAIN);
    }
  }

  /** Reads an order's fills until there are as many as are wanted. */
  void readFills(SentOrder one, OrderId orderId, Quantity wanted) {
    work(() -> {
      while (open) {
        try (Stream<Fill> all = client.portfolio().allFills(FillQuery.ALL.withOrder(orderId))) {
          List<Fill> fills = all.toList();
          Quantity sum = fills.stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus);
          inbox.post(() -> answers.onFills(one, fills));
          if (!wanted.isAbove(sum)) {
            return;
          }
        } catch (KalshiException e) {
          // it is asked again
        }
        time.sleep(FILLS_AGAIN);
      }
    });
  }

  /** A piece of work that asks the exchange. */
  private interface Work {
    void run() throws InterruptedException;
  }

  private void work(Work work) {
    Thread.ofVirtual()
        .name("kalshi-order")
        .start(() -> {
          try {
            work.run();
          } catch (InterruptedException e) {
            // nobody interrupts it
          } catch (RuntimeException e) { // a mistake of ours, which must end the run
            inbox.post(() -> {
              throw e;
            });
          }
        });
  }

  /** Asks nothing more; what is under way ends with its next answer. */
  @Override
  public void close() {
    open = false;
  }
}
