package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.stream.Channel;
import io.github.kalshi4j.client.stream.Hole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One channel of the connection: what is wanted of it by its members, what the exchange has
 * granted, and the next command that brings the second nearer to the first. One command is under
 * way at a time, so that what has been granted is always known. Guarded by the stream's lock.
 */
final class WireChannel {
  /** The most markets that one command names. */
  static final int MAX_KEYS = 1000;

  /** A subscription that lasts so long is taken for sound. */
  private static final long STEADY = Duration.ofSeconds(10).toNanos();

  /** What a number in the sequence means. */
  enum Number {
    NEXT,
    PASSED,
    GAP
  }

  /** Somebody who waits until what he wants is granted. */
  record Waiter(
      Member member,
      Interest interest,
      long deadline,
      Runnable withdraw,
      CompletableFuture<@Nullable Void> done) {
    /** Lets go of what was wanted, and says why. */
    void fail(RuntimeException reason) {
      withdraw.run();
      done.completeExceptionally(reason);
    }
  }

  final Channel channel;
  private Map<String, Object> parameters = Map.of();
  private Map<String, Object> parametersSent = Map.of();
  private final List<Member> members = new ArrayList<>();
  private final List<Waiter> waiters = new ArrayList<>();

  private @Nullable Interest wanted; // the sum of what members want; null if to be made anew
  private int subscription; // the exchange's sid; 0 while there is none
  private Interest granted = Interest.NOTHING;
  private long lastNumber;
  private @Nullable Command pending;
  private boolean restarting;
  private final Map<Member, Hole.Cause> owed = new HashMap<>(); // told once granted again
  private boolean unreadable;
  private @Nullable Long unreadableTold;
  private int failures;
  private int endings;
  private @Nullable Long subscribedAt;
  private @Nullable Long notBefore; // when the next command may be sent; null for at once

  WireChannel(Channel channel) {
    this.channel = channel;
  }

  boolean isBooks() {
    return channel == Channel.ORDERBOOK_DELTA;
  }

  int subscription() {
    return subscription;
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  List<Member> members() {
    return members;
  }

  List<Waiter> waiters() {
    return waiters;
  }

  boolean isGranted() {
    return subscription != 0 && !restarting;
  }

  Interest granted() {
    return granted;
  }

  /**
   * Takes another member.
   *
   * @throws IllegalStateException if those it has use other parameters
   */
  void join(Member member, Map<String, Object> itsParameters) {
    if (members.isEmpty()) {
      parameters = itsParameters;
    } else if (!parameters.equals(itsParameters)) {
      throw new IllegalStateException(
          "channel "
              + channel.wire()
              + " is subscribed to with parameters "
              + parameters
              + ", so it cannot be with "
              + itsParameters
              + " on the same connection");
    }
    members.add(member);
    wishesChanged();
  }

  /** Lets go of a member. */
  void leave(Member member) {
    members.remove(member);
    wishesChanged();
  }

  /** Returns what all members together want. */
  Interest wanted() {
    if (wanted == null) {
      wanted = sum();
    }
    return wanted;
  }

  /** Takes that a member wants something else. */
  void wishesChanged() {
    wanted = null;
  }

  private Interest sum() {
    Set<String> keys = new HashSet<>();
    for (Member member : members) {
      if (member.interest().everything()) {
        return Interest.EVERYTHING;
      }
      keys.addAll(member.interest().keys());
    }
    return new Interest(false, keys);
  }

  /** Returns the command to send next; null if there is none now. */
  @Nullable Command next(long now) {
    if (pending != null || (notBefore != null && now - notBefore < 0)) {
      return null;
    }
    Interest wanted = wanted();
    if (subscription == 0) {
      restarting = false;
      parametersSent = parameters;
      return wanted.isNothing() ? null : remember(Command.subscribe(this, first(wanted)));
    }
    boolean other =
        (wanted.everything() && !granted.everything()) || !parameters.equals(parametersSent);
    if (members.isEmpty() || restarting || other) {
      restarting = true;
      return remember(Command.unsubscribe(this));
    }
    if (granted.everything()) {
      return null; // whether naming markets would narrow it is not known; members see only theirs
    }
    Set<String> missing = without(wanted.keys(), granted.keys());
    if (!missing.isEmpty()) {
      return remember(Command.add(this, missing));
    }
    Set<String> surplus = without(granted.keys(), wanted.keys());
    return surplus.isEmpty() ? null : remember(Command.delete(this, surplus));
  }

  private Command remember(Command command) {
    pending = command;
    return command;
  }

  private static Interest first(Interest wanted) {
    return wanted.everything() ? wanted : new Interest(false, without(wanted.keys(), Set.of()));
  }

  private static Set<String> without(Set<String> all, Set<String> known) {
    Set<String> rest = new LinkedHashSet<>();
    for (String key : all) {
      if (!known.contains(key) && rest.size() < MAX_KEYS) {
        rest.add(key);
      }
    }
    return rest;
  }

  @Nullable Command pending() {
    return pending;
  }

  /** Takes the answer that a subscription is there. */
  void subscribed(int newSubscription, long number, Command command, long now) {
    subscription = newSubscription;
    subscribedAt = now;
    granted =
        channel.filter() == Channel.Filter.NONE || command.keys.isEmpty()
            ? Interest.EVERYTHING
            : Interest.of(command.keys);
    lastNumber = number;
    answered();
  }

  /** Takes the answer that the pending command was carried out. */
  void done(Command command) {
    granted =
        command.kind == Command.Kind.ADD ? granted.plus(command.keys) : granted.minus(command.keys);
    answered();
  }

  private void answered() {
    pending = null;
    failures = 0;
    notBefore = null;
  }

  /** Takes that the pending command failed, and lets the next one wait for a pause. */
  void failed(long now, long pauseNanos) {
    pending = null;
    failures++;
    notBefore = now + pauseNanos;
  }

  int failures() {
    return failures;
  }

  /**
   * Takes that the exchange has ended the subscription by itself, and returns how often in a row it
   * did so soon after granting it.
   */
  int ended(long now) {
    Long since = subscribedAt;
    endings = since != null && now - since < STEADY ? endings + 1 : 0;
    return endings;
  }

  /** Takes that the exchange no longer has the subscription. */
  void lost(Hole.Cause cause) {
    owed.keySet().retainAll(members);
    if (subscription != 0) {
      for (Member member : members) {
        if (member.hasBegun() && owed.putIfAbsent(member, cause) == null) {
          member.cut(cause);
        }
      }
    }
    subscription = 0;
    granted = Interest.NOTHING;
    lastNumber = 0;
    pending = null;
    restarting = false;
  }

  /** Takes that the connection is gone. */
  void disconnected() {
    lost(Hole.Cause.RECONNECTED);
    notBefore = null;
    failures = 0;
  }

  /** Ends the subscription and makes it anew. */
  void restart() {
    restarting = subscription != 0;
  }

  /** Counts a number of the sequence; 0 is none. */
  Number count(long number) {
    if (!channel.isSequenced() || number == 0 || number == lastNumber + 1) {
      lastNumber = Math.max(lastNumber, number);
      return Number.NEXT;
    }
    if (number <= lastNumber) {
      return Number.PASSED;
    }
    lastNumber = number;
    return Number.GAP;
  }

  /** Takes that a message of this channel could not be read. */
  void unreadable() {
    unreadable = true;
    members.forEach(member -> member.cut(Hole.Cause.UNREADABLE));
  }

  /** Returns whether members are to be told of unreadable messages now, which is then done. */
  boolean isUnreadableDue(long now, long pause) {
    boolean due = unreadable && (unreadableTold == null || now - unreadableTold >= pause);
    if (due) {
      unreadable = false;
      unreadableTold = now;
    }
    return due;
  }

  /** Tells those whose wish is granted so, and members what they may have missed. */
  void settle() {
    waiters.removeIf(waiter -> {
      boolean granted = grants(waiter.interest);
      if (granted) {
        waiter.member.begin();
        waiter.done.complete(null);
      }
      return granted;
    });
    if (!isGranted()) {
      return;
    }
    for (Member member : members) {
      if (!grants(member.interest())) {
        continue;
      }
      if (member.hasBegun()) {
        Hole.Cause cause = owed.remove(member);
        if (cause != null) {
          member.hole(cause);
        }
      } else if (!member.interest().isNothing()) {
        member.begin();
      }
      member.settled();
    }
  }

  /**
   * Tells members at once what they may have missed, though some of it is refused, and again when
   * all is granted.
   */
  void settleInPart() {
    if (!isGranted()) {
      return;
    }
    owed.forEach((member, cause) -> {
      member.hole(cause);
      member.cut(cause);
    });
  }

  /** Tells members that events may be missing until now; who has not begun misses nothing. */
  void tellHole(Hole.Cause cause) {
    for (Member member : members) {
      if (member.hasBegun()) {
        member.hole(cause);
      }
    }
  }

  /** Returns whether what somebody waits for is granted. */
  boolean grants(Interest interest) {
    if (!isGranted()) {
      return interest.isNothing();
    }
    return granted.everything()
        || (!interest.everything()
            && granted.keys().containsAll(interest.keys())
            && !isTakingAway(interest));
  }

  /** Returns whether a command is under way after which it will not be granted any more. */
  private boolean isTakingAway(Interest interest) {
    Command command = pending;
    return command != null
        && command.kind == Command.Kind.DELETE
        && !Collections.disjoint(command.keys, interest.keys());
  }

  /** Returns whether a key is granted, and is not about to be taken back. */
  boolean grants(String key) {
    Command next = pending;
    return isGranted()
        && granted.includes(key)
        && (next == null || next.kind != Command.Kind.DELETE || !next.keys.contains(key));
  }

  @Override
  public String toString() {
    return channel.wire() + (subscription == 0 ? "" : " (sid " + subscription + ')');
  }
}
