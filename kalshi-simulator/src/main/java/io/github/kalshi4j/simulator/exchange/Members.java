package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
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
    private final Set<ClientOrderId> used = new HashSet<>();
    private final Map<MarketTicker, List<ClientOrderId>> usedIn = new HashMap<>();
    final Set<LiveOrder> resting = new LinkedHashSet<>();
    int groups;

    boolean hasUsed(ClientOrderId name) {
      return used.contains(name);
    }

    /** Uses a name up, as long as the market is remembered in which it is used. */
    void use(ClientOrderId name, MarketTicker market) {
      if (used.add(name)) {
        usedIn.computeIfAbsent(market, ticker -> new ArrayList<>()).add(name);
      }
    }
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

  /** Lets the names be used again that were used in a market. */
  void forget(MarketTicker market) {
    for (Member member : members.values()) {
      List<ClientOrderId> names = member.usedIn.remove(market);
      if (names != null) {
        names.forEach(member.used::remove);
      }
    }
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
