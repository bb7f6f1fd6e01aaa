package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.stream.Channel;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.value.MarketTicker;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What subscriptions to events and to books have in common: their markets, and their end. */
abstract class Subscription implements StreamSubscription, Member {
  final LiveStream stream;
  final WireChannel wire;
  private final MarketSelection selection;
  private volatile Interest interest;
  private boolean begun; // guarded by the stream's lock
  private @Nullable SeriesFollower follower;

  Subscription(LiveStream stream, WireChannel wire, MarketSelection selection, Interest interest) {
    this.stream = stream;
    this.wire = wire;
    this.selection = selection;
    this.interest = interest;
  }

  abstract Dispatcher dispatcher();

  /** Takes that it wants other markets; called under the stream's lock. */
  abstract void changed(Interest before, Interest after);

  /** Takes that the exchange has granted it for the first time; under the stream's lock. */
  abstract void granted();

  @Override
  public final Channel channel() {
    return wire.channel;
  }

  @Override
  public final Interest interest() {
    return interest;
  }

  /** Takes another interest; called under the stream's lock. */
  final void want(Interest next) {
    Interest before = interest;
    interest = next;
    wire.wishesChanged();
    changed(before, next);
  }

  @Override
  public final void begin() {
    if (!begun) {
      begun = true;
      granted();
    }
  }

  /** Returns whether it was granted at some time; asked under the stream's lock. */
  @Override
  public final boolean hasBegun() {
    return begun;
  }

  /** Follows series from market to market. */
  final void follow(SeriesFollower value) {
    follower = value;
    value.start();
  }

  @Override
  public final Set<MarketTicker> markets() {
    if (!channel().hasMarkets()) {
      return Set.of();
    }
    return interest.keys().stream()
        .map(MarketTicker::of)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public final void addMarkets(Collection<MarketTicker> markets) {
    requireNamed();
    stream.widen(this, keys(markets));
  }

  @Override
  public final void removeMarkets(Collection<MarketTicker> markets) {
    requireNamed();
    stream.narrow(this, keys(markets));
  }

  private void requireNamed() {
    if (!(selection instanceof MarketSelection.Markets)) {
      throw new IllegalStateException(
          "the subscription to "
              + channel().wire()
              + " is not to named markets, but to "
              + selection);
    }
  }

  static Set<String> keys(Collection<MarketTicker> markets) {
    Set<String> keys = new LinkedHashSet<>();
    for (MarketTicker market : markets) {
      keys.add(market.value());
    }
    return keys;
  }

  @Override
  public final void close() {
    close(Thread.currentThread());
  }

  /** Ends it for a thread, which may be its own. */
  final void close(Thread caller) {
    SeriesFollower following = follower;
    if (following != null) {
      following.close();
    }
    stream.leave(this);
    dispatcher().end(caller);
  }

  @Override
  public final String toString() {
    return "subscription to " + wire.channel.wire() + ' ' + selection;
  }
}
