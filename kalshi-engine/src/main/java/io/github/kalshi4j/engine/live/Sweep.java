package io.github.kalshi4j.engine.live;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.error.KalshiNotFoundException;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure at the end of a run that none of its orders rests: it reads what rests, cancels what
 * is the run's own, and reads again. Each reading comes a second after the last write, because
 * reads lag behind.
 */
public final class Sweep {
  private static final Duration LAG = Duration.ofMillis(1_200);

  private Sweep() {}

  /**
   * What was found at last.
   *
   * @param resting the run's own orders that still rest, as far as could be read
   * @param problem why it is not sure that there are no others; null if it is
   */
  public record Result(List<Order> resting, @Nullable String problem) {
    public Result {
      resting = List.copyOf(resting);
    }

    /** Returns whether it is certain that none of the run's orders rests. */
    public boolean isClean() {
      return resting.isEmpty() && problem == null;
    }
  }

  /**
   * Sweeps, on the calling thread.
   *
   * @param names how the names of the run's orders begin
   * @param limit when to stop trying, except for the call then under way
   */
  public static Result run(KalshiClient client, TimeSource time, String names, Duration limit)
      throws InterruptedException {
    long start = time.nanoTime();
    Result last = new Result(List.of(), "nothing could be read");
    do {
      time.sleep(LAG);
      try {
        List<Order> own = own(client, names);
        last = new Result(own, null);
        for (Order order : own) {
          cancel(client, order);
        }
      } catch (KalshiException e) {
        last = new Result(last.resting(), e.getMessage());
      }
    } while (!last.isClean() && time.nanoTime() - start < limit.toNanos());
    return last;
  }

  private static List<Order> own(KalshiClient client, String names) {
    try (Stream<Order> resting =
        client.orders().all(OrderQuery.ALL.withStatus(OrderStatus.RESTING))) {
      return resting
          .filter(order ->
              order.clientOrderId() != null && order.clientOrderId().value().startsWith(names))
          .toList();
    }
  }

  private static void cancel(KalshiClient client, Order order) {
    try {
      client.orders().cancel(order.address());
    } catch (KalshiNotFoundException e) {
      // it is gone
    }
  }
}
