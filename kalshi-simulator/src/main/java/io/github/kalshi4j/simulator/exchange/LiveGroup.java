package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.simulator.ledger.AccountId;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;

/** An order group: its orders, its limit, and what they matched of late. */
final class LiveGroup {
  private record Matched(long micros, long hundredths) {}

  final OrderGroupId id;
  final AccountId account;
  final Set<LiveOrder> orders = new LinkedHashSet<>();
  private final long window;
  private final ArrayDeque<Matched> recent = new ArrayDeque<>();
  private long sum;
  long limit;
  boolean triggered;

  LiveGroup(OrderGroupId id, AccountId account, long limit, long window) {
    this.id = id;
    this.account = account;
    this.limit = limit;
    this.window = window;
  }

  void count(long now, long hundredths) {
    recent.add(new Matched(now, hundredths));
    sum += hundredths;
  }

  /** Returns what was matched within the window before a time; one of its age is out of it. */
  long matched(long now) {
    for (Matched oldest = recent.peek();
        oldest != null && oldest.micros <= now - window;
        oldest = recent.peek()) {
      recent.remove();
      sum -= oldest.hundredths;
    }
    return sum;
  }

  void reset() {
    recent.clear();
    sum = 0;
    triggered = false;
  }
}
