package io.github.kalshi4j.simulator.life;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.ledger.AccountId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The members who make up the crowd; the same ones trade in all markets. */
public final class Participants {
  static final List<UserId> MAKERS = named("maker-", 6);
  static final List<UserId> DEEP_MAKERS = named("deep-maker-", 3);
  static final List<UserId> TAKERS = named("taker-", 12);

  /** Quotes by a price that is three seconds old. */
  public static final UserId SLOW_QUOTER = UserId.of("slow-quoter");

  /** What each is paid in per shard, to trade for years. */
  private static final Money STAKE = Money.of("100000000");

  private Participants() {}

  private static List<UserId> named(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> UserId.of(prefix + i)).toList();
  }

  /** Returns all of them. */
  public static List<UserId> all() {
    return Stream.of(MAKERS, DEEP_MAKERS, TAKERS, List.of(SLOW_QUOTER))
        .flatMap(List::stream)
        .toList();
  }

  /** Returns the commands that let them in, with money on some shards. */
  public static List<Command> entry(Collection<Integer> shards) {
    List<Command> commands = new ArrayList<>();
    for (UserId user : all()) {
      commands.add(new Command.OpenMember(user));
      for (int shard : shards) {
        commands.add(new Command.Deposit(new AccountId(user, 0, shard), STAKE));
      }
    }
    return commands;
  }
}
