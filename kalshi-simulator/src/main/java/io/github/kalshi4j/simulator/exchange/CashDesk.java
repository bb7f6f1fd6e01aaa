package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.ledger.Account;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.ledger.Ledger;

/** Members' accounts, and the money that goes in, out and between them. */
final class CashDesk {
  private static final int MOST_SUBACCOUNTS = 63;
  private static final Money MOST = Money.ofDollars(1_000_000_000); // so that no sum overflows

  private final ExchangePolicies policies;
  private final Ledger ledger;
  private final Members members;
  private final Gate gate;
  private final Announcer announcer;

  CashDesk(
      ExchangePolicies policies, Ledger ledger, Members members, Gate gate, Announcer announcer) {
    this.policies = policies;
    this.ledger = ledger;
    this.members = members;
    this.gate = gate;
    this.announcer = announcer;
  }

  void openMember(UserId user) {
    if (!members.open(user)) {
      throw new RefusedException(Refusal.Reason.ALREADY_EXISTS, user.value());
    }
    for (int shard = 0; shard < policies.shards(); shard++) {
      open(new AccountId(user, 0, shard));
    }
  }

  int openSubaccount(UserId user, int shard) {
    members.member(user);
    gate.checkShard(shard);
    int number = 1;
    while (ledger.account(new AccountId(user, number, shard)).isPresent()) {
      number++;
    }
    if (number > MOST_SUBACCOUNTS) {
      throw new RefusedException(Refusal.Reason.TOO_MANY_SUBACCOUNTS, user.value());
    }
    open(new AccountId(user, number, shard));
    return number;
  }

  private void open(AccountId id) {
    ledger.open(id);
    announcer.opened(id);
  }

  /**
   * Returns an account.
   *
   * @throws RefusedException if there is no such member, shard or subaccount
   */
  Account find(AccountId id) {
    members.member(id.user());
    gate.checkShard(id.shard());
    return ledger
        .account(id)
        .orElseThrow(
            () -> new RefusedException(Refusal.Reason.SUBACCOUNT_NOT_FOUND, id.toString()));
  }

  void deposit(AccountId id, Money amount) {
    checkAmount(amount);
    move(find(id), amount);
  }

  void withdraw(AccountId id, Money amount) {
    checkAmount(amount);
    Account account = find(id);
    checkFree(account, amount);
    move(account, amount.negated());
  }

  private void move(Account account, Money amount) {
    ledger.deposit(account, amount);
    announcer.cash(account, amount);
  }

  void transfer(AccountId from, AccountId to, Money amount) {
    checkAmount(amount);
    if (!from.user().equals(to.user()) || from.equals(to)) {
      throw new RefusedException(Refusal.Reason.INVALID_PARAMETERS, from + " to " + to);
    }
    Account source = find(from);
    Account target = find(to);
    checkFree(source, amount);
    ledger.transfer(source, target, amount);
    announcer.cash(source, amount.negated());
    announcer.cash(target, amount);
  }

  private void checkAmount(Money amount) {
    if (amount.signum() <= 0 || amount.isAbove(MOST) || !ledger.isAligned(amount)) {
      throw new RefusedException(Refusal.Reason.INVALID_PARAMETERS, "amount " + amount);
    }
  }

  private void checkFree(Account account, Money amount) {
    Money free = ledger.free(account);
    if (amount.isAbove(free)) {
      throw new RefusedException(
          Refusal.Reason.INSUFFICIENT_BALANCE, "asked " + amount + ", free is " + free);
    }
  }
}
