package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who trades here, with what orders, and which client order ids are used up. */
final class Members {
  /** One member. */
  static final class Member {
    final Set<ClientOrderId> used = new HashSet<>();
    final Set<LiveOrder> resting = new LinkedHashSet<>();
    int groups;
  }

  private final Map<UserId, Member> members = new LinkedHashMap<>();
  private final Map<OrderId, LiveOrder> resting = new HashMap<>();

  boolean open(UserId user) {
    return members.putIfAbsent(user, new Member()) == null;
  }

  Member member(UserId user) {
    Member member = members.get(user);
    if (member == null) {
      throw new RefusedException(Refusal.Reason.MEMBER_NOT_FOUND, user.value());
    }
    return member;
  }

  Optional<LiveOrder> find(OrderId id) {
    return Optional.ofNullable(resting.get(id));
  }

  /** Returns a member's resting orders, in the order in which they came to rest. */
  List<LiveOrder> restingOf(UserId user, @Nullable Integer subaccount) {
    List<LiveOrder> orders = new ArrayList<>();
    for (LiveOrder order : member(user).resting) {
      if (subaccount == null || order.account().subaccount() == subaccount) {
        orders.add(order);
      }
    }
    return orders;
  }

  void add(LiveOrder order) {
    resting.put(order.id, order);
    member(order.account().user()).resting.add(order);
  }

  void remove(LiveOrder order) {
    resting.remove(order.id);
    member(order.account().user()).resting.remove(order);
  }
}
