package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.stream.OrderGroupUpdate;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.ledger.AccountId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** The order groups: a limit on what their orders may match within 15 seconds. */
final class OrderGroups {
  private static final long LEAST = Quantity.ofContracts(1).hundredths();
  private static final long MOST = Quantity.ofContracts(1_000_000).hundredths();

  private final ExchangePolicies policies;
  private final Timers timers;
  private final Ids ids;
  private final Members members;
  private final Removals removals;
  private final Announcer announcer;
  private final Map<OrderGroupId, LiveGroup> groups = new LinkedHashMap<>();

  OrderGroups(
      ExchangePolicies policies,
      Timers timers,
      Ids ids,
      Members members,
      Removals removals,
      Announcer announcer) {
    this.policies = policies;
    this.timers = timers;
    this.ids = ids;
    this.members = members;
    this.removals = removals;
    this.announcer = announcer;
  }

  /**
   * Returns a group of an account.
   *
   * @throws RefusedException if it has none of this name
   */
  LiveGroup find(AccountId account, OrderGroupId id) {
    LiveGroup group = groups.get(id);
    if (group == null || !group.account.equals(account)) {
      throw new RefusedException(Refusal.Reason.ORDER_GROUP_NOT_FOUND, id.value());
    }
    return group;
  }

  OrderGroupId create(AccountId account, Quantity limit) {
    checkLimit(limit);
    Members.Member member = members.member(account.user());
    if (member.groups >= policies.groupsPerMember()) {
      throw new RefusedException(Refusal.Reason.TOO_MANY_ORDER_GROUPS, "" + member.groups);
    }
    member.groups++;
    LiveGroup group =
        new LiveGroup(ids.group(), account, limit.hundredths(), Micros.of(policies.groupWindow()));
    groups.put(group.id, group);
    announcer.group(group, OrderGroupUpdate.Type.CREATED);
    return group.id;
  }

  void trigger(LiveGroup group) {
    if (!group.triggered) {
      group.triggered = true;
      cancelOrders(group);
      removals.tell(() -> announcer.group(group, OrderGroupUpdate.Type.TRIGGERED));
    }
  }

  void reset(LiveGroup group) {
    group.reset();
    announcer.group(group, OrderGroupUpdate.Type.RESET);
  }

  void delete(LiveGroup group) {
    cancelOrders(group);
    groups.remove(group.id);
    members.member(group.account.user()).groups--;
    announcer.group(group, OrderGroupUpdate.Type.DELETED);
  }

  void limit(LiveGroup group, Quantity limit) {
    checkLimit(limit);
    group.limit = limit.hundredths();
    announcer.group(group, OrderGroupUpdate.Type.LIMIT_UPDATED);
    triggerIfExceeded(group);
  }

  /** Counts a match of one of the group's orders. */
  void matched(LiveGroup group, long hundredths) {
    group.count(timers.now(), hundredths);
    triggerIfExceeded(group);
  }

  private void triggerIfExceeded(LiveGroup group) {
    if (group.matched(timers.now()) > group.limit) {
      trigger(group);
    }
  }

  private void cancelOrders(LiveGroup group) {
    removals.cancel(new ArrayList<>(group.orders), Removals.PLAIN);
  }

  private static void checkLimit(Quantity limit) {
    if (limit.hundredths() < LEAST || limit.hundredths() > MOST) {
      throw new RefusedException(Refusal.Reason.INVALID_PARAMETERS, "contracts_limit " + limit);
    }
  }
}
