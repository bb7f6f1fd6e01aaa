package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import io.github.kalshi4j.simulator.access.UsageTier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds every member, and every address without a signature, to its rate. Time is the machine's,
 * not the market's. Safe for threads.
 */
public final class Throttle {
  private static final class Account {
    UsageTier tier;
    final Tokens read;
    final List<Tokens> writes = new ArrayList<>();

    Account(UsageTier tier, int shards, long now) {
      this.tier = tier;
      read = new Tokens(tier.limits().read(), now);
      for (int shard = 0; shard < shards; shard++) {
        writes.add(new Tokens(tier.limits().write(), now));
      }
    }

    void resize(UsageTier newTier, long now) {
      tier = newTier;
      RateLimits limits = newTier.limits();
      read.resize(limits.read(), now);
      writes.forEach(bucket -> bucket.resize(limits.write(), now));
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final AccessPolicies policies;
  private final TimeSource time;
  private final int shards;
  private final Map<UserId, Account> members = new HashMap<>();
  private final Map<String, Account> addresses = new HashMap<>();

  /**
   * Makes full buckets for everybody.
   *
   * @param time the machine's
   */
  public Throttle(AccessPolicies policies, TimeSource time, int shards) {
    this.policies = policies;
    this.time = time;
    this.shards = shards;
  }

  /**
   * Takes what a request costs.
   *
   * @throws ApiException 429 if it is not there; nothing is taken then
   */
  void pay(Caller caller, Tariff.Bill bill) {
    if (!policies.limited()) {
      return;
    }
    lock.lock();
    try {
      long now = time.nanoTime();
      List<Tokens> buckets = buckets(account(caller), bill);
      for (Tokens bucket : buckets) {
        if (!bucket.holds(bill.tokens(), now)) {
          throw ApiException.of(429, "too_many_requests", "");
        }
      }
      buckets.forEach(bucket -> bucket.take(bill.tokens()));
    } finally {
      lock.unlock();
    }
  }

  private List<Tokens> buckets(Account account, Tariff.Bill bill) {
    return switch (bill.payer()) {
      case READ -> List.of(account.read);
      case EVERY_WRITE -> account.writes;
      case WRITE -> List.of(account.writes.get(bill.shard() < shards ? bill.shard() : 0));
    };
  }

  private Account account(Caller caller) {
    UserId user = caller.user();
    return user == null
        ? addresses.computeIfAbsent(caller.address(), address -> newAccount())
        : members.computeIfAbsent(user, member -> newAccount());
  }

  private Account newAccount() {
    return new Account(policies.tier(), shards, time.nanoTime());
  }

  UsageTier tier(UserId user) {
    lock.lock();
    try {
      Account account = members.get(user);
      return account == null ? policies.tier() : account.tier;
    } finally {
      lock.unlock();
    }
  }

  /** Lifts a member to a tier, unless his own is that high. */
  void raise(UserId user, UsageTier tier) {
    lock.lock();
    try {
      Account account = members.computeIfAbsent(user, member -> newAccount());
      if (account.tier.compareTo(tier) < 0) {
        account.resize(tier, time.nanoTime());
      }
    } finally {
      lock.unlock();
    }
  }
}
