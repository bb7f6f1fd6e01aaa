package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.value.MarketTicker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All subscriptions of all connections: brings each message to those that chose it. Used on the
 * floor.
 */
final class Hub implements MessageHandler {
  /** The subscriptions to one channel. */
  private static final class Audience {
    final Set<Subscription> all = new LinkedHashSet<>();
    final Set<Subscription> ofEverything = new LinkedHashSet<>();
    final Map<String, Set<Subscription>> byName = new HashMap<>();
  }

  private final Map<Channel, Audience> audiences = new EnumMap<>(Channel.class);

  Hub() {
    for (Channel channel : Channel.values()) {
      audiences.put(channel, new Audience());
    }
  }

  private Audience of(Channel channel) {
    return Objects.requireNonNull(audiences.get(channel));
  }

  void add(Subscription subscription) {
    of(subscription.channel).all.add(subscription);
  }

  void setEverything(Subscription subscription, boolean everything) {
    Set<Subscription> set = of(subscription.channel).ofEverything;
    if (everything) {
      set.add(subscription);
    } else {
      set.remove(subscription);
    }
  }

  /** Lets a subscription hear of these, too. */
  void add(Subscription subscription, Collection<String> names) {
    Map<String, Set<Subscription>> byName = of(subscription.channel).byName;
    for (String name : names) {
      byName.computeIfAbsent(name, each -> new LinkedHashSet<>()).add(subscription);
    }
  }

  /** Lets a subscription hear no more of these. */
  void remove(Subscription subscription, Collection<String> names) {
    Map<String, Set<Subscription>> byName = of(subscription.channel).byName;
    for (String name : names) {
      Set<Subscription> set = byName.get(name);
      if (set != null && set.remove(subscription) && set.isEmpty()) {
        byName.remove(name);
      }
    }
  }

  void remove(Subscription subscription) {
    remove(subscription, subscription.names());
    Audience audience = of(subscription.channel);
    audience.ofEverything.remove(subscription);
    audience.all.remove(subscription);
  }

  @Override
  public void on(Message message) {
    Audience audience = of(message.channel());
    List<Subscription> overflowed = new ArrayList<>();
    for (Subscription each : listeners(audience, message.channel(), message.topic())) {
      if (!each.tell(message)) {
        overflowed.add(each);
      }
    }
    overflowed.forEach(Subscription::overflow);
  }

  private static Collection<Subscription> listeners(
      Audience audience, Channel channel, @Nullable String topic) {
    if (topic == null || channel.choice() == Channel.Choice.NONE) {
      return audience.all;
    }
    Set<Subscription> named = audience.byName.getOrDefault(topic, Set.of());
    Set<Subscription> byId =
        channel == Channel.TICKER
            ? audience.byName.getOrDefault(MarketIds.of(MarketTicker.of(topic)), Set.of())
            : Set.of();
    if (byId.isEmpty() && (named.isEmpty() || audience.ofEverything.isEmpty())) {
      return named.isEmpty() ? audience.ofEverything : named;
    }
    Set<Subscription> together = new LinkedHashSet<>(audience.ofEverything); // each once
    together.addAll(named);
    together.addAll(byId);
    return together;
  }
}
