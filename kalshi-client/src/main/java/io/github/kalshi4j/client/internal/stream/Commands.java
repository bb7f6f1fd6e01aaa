package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.internal.json.WireJson;
import io.github.kalshi4j.client.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commands that have been sent and not answered, by their ids. One that gets no answer is sent
 * once more, as none does harm twice; if that does not help, the connection is taken for broken.
 * Guarded by the stream's lock.
 */
final class Commands {
  private static final int MOST_SENDS = 2;

  private final TimeSource time;
  private final WireJson json;
  private final Duration timeout;
  private final Link link;
  private final Map<Long, Command> byId = new HashMap<>();
  private long lastId;
  private long unanswered;

  /**
   * Creates an empty set.
   *
   * @param timeout for all that a command may be sent, together
   */
  Commands(TimeSource time, WireJson json, Duration timeout, Link link) {
    this.time = time;
    this.json = json;
    this.timeout = timeout;
    this.link = link;
  }

  void send(Command command) {
    long id = ++lastId;
    command.sends++;
    command.deadline = time.nanoTime() + timeout.toNanos() / MOST_SENDS;
    byId.put(id, command);
    link.send(new String(json.write(command.toWire(id)), StandardCharsets.UTF_8));
  }

  /** Returns the command that an answer is to, which is then answered; null if there is none. */
  @Nullable Command answered(long id) {
    Command command = byId.get(id);
    if (command != null) {
      forget(command);
    }
    return command;
  }

  private void forget(Command command) {
    byId.values().removeIf(each -> each == command); // it may have been sent twice
  }

  /** Deals with the commands that should have been answered by now. */
  void expire(long now) {
    for (Map.Entry<Long, Command> each : List.copyOf(byId.entrySet())) {
      Command command = each.getValue();
      if (now - command.deadline >= 0 && byId.containsKey(each.getKey())) {
        overdue(command);
      }
    }
  }

  private void overdue(Command command) {
    unanswered++;
    if (command.kind == Command.Kind.SNAPSHOT) {
      forget(command); // the books themselves tell whether it came
      return;
    }
    if (command.sends < MOST_SENDS) {
      send(command);
      return;
    }
    forget(command);
    command.answer.completeExceptionally(
        new KalshiTransportException(command + " was not answered within " + timeout));
    link.breakOff(command + " was not answered");
  }

  /** Lets all go, and fails those that somebody waits for. */
  void fail(RuntimeException reason) {
    Set<Command> lost = Set.copyOf(byId.values());
    byId.clear();
    lost.forEach(command -> command.answer.completeExceptionally(reason));
  }

  /** Returns how often an answer did not come in time. */
  long unanswered() {
    return unanswered;
  }
}
