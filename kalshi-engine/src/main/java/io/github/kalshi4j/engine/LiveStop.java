package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.live.Alarm;
import io.github.kalshi4j.engine.live.Arrival;
import io.github.kalshi4j.engine.live.Inbox;
import io.github.kalshi4j.engine.live.Sweep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a live run: what is open is canceled and its end awaited, and then what rests at the
 * exchange is read, to be sure that nothing of the run does. Each step has a limit, after which the
 * next one comes.
 */
final class LiveStop {
  private static final Duration CANCEL_LIMIT = Duration.ofSeconds(12);
  private static final Duration SWEEP_LIMIT = Duration.ofSeconds(10);
  private static final Duration SWEEP_PATIENCE = Duration.ofSeconds(20);

  private final LiveAccount account;
  private final Engine engine;
  private final KalshiClient client;
  private final String names;
  private final TimeSource time;
  private final Inbox inbox;
  private final Notes notes;
  private boolean cancelsOver;
  private boolean sweepOver;
  private Sweep.@Nullable Result swept;

  /**
   * @param names how the names of the run's orders begin
   */
  LiveStop(
      LiveAccount account,
      KalshiClient client,
      String names,
      TimeSource time,
      Inbox inbox,
      Notes notes) {
    this.account = account;
    this.engine = account.engine();
    this.client = client;
    this.names = names;
    this.time = time;
    this.inbox = inbox;
    this.notes = notes;
  }

  /** Ends the run, on the engine's thread. */
  void run(Alarm alarm) {
    engine.halt();
    engine.at(now() + CANCEL_LIMIT.toNanos(), () -> cancelsOver = true);
    while (!engine.desk().open().isEmpty() && !cancelsOver) {
      settleDown(alarm);
    }
    if (!account.hasSent()) {
      return;
    }
    Thread sweep = Thread.ofVirtual().name("kalshi-sweep").start(this::sweep);
    engine.at(now() + SWEEP_PATIENCE.toNanos(), () -> sweepOver = true);
    while (swept == null && !sweepOver) {
      settleDown(alarm);
    }
    sweep.interrupt();
  }

  private void sweep() {
    Sweep.Result result;
    try {
      result = Sweep.run(client, time, names, SWEEP_LIMIT);
    } catch (InterruptedException | RuntimeException e) {
      result = new Sweep.Result(List.of(), String.valueOf(e.getMessage()));
    }
    Sweep.Result found = result;
    inbox.post(() -> swept = found);
  }

  /** Returns the engine's time or the wall clock's, whichever is later. */
  private long now() {
    return Math.max(engine.nanos(), EpochNanos.of(time.now()));
  }

  /** Takes the next answer; frames concern nobody any more. */
  private void settleDown(Alarm alarm) {
    alarm.set(engine.nextDue());
    try {
      if (inbox.take() instanceof Arrival.Task task) {
        task.run(engine::advance);
      }
    } catch (InterruptedException e) {
      // it is ending already
    } catch (RuntimeException e) { // one answer that cannot be right must not hide the others
      notes.add("an answer could not be taken: " + e.getMessage());
    }
  }

  /** Returns the orders that may still rest; empty if it is certain that none does. */
  List<String> mayRest() {
    List<String> orders = new ArrayList<>();
    engine
        .desk()
        .open()
        .forEach(order ->
            orders.add(order.id() + " in " + order.market() + ": its end was not confirmed"));
    Sweep.Result result = swept;
    if (result != null) {
      result
          .resting()
          .forEach(
              order -> orders.add(order.id() + " in " + order.market() + ": seen at rest at last"));
    }
    boolean checked = result != null && result.isClean();
    if (!checked && account.hasSent() && orders.isEmpty()) {
      orders.add(
          "it could not be read what rests: "
              + (result == null ? "no answer in time" : result.problem()));
    }
    return orders;
  }
}
