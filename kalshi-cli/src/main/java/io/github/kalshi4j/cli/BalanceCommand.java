package io.github.kalshi4j.cli;

import static io.github.kalshi4j.cli.Table.Column.left;
import static io.github.kalshi4j.cli.Table.Column.right;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.portfolio.Balance;
import io.github.kalshi4j.client.portfolio.ShardAmount;
import io.github.kalshi4j.client.value.Money;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows the account's money. */
@Command(
    name = "balance",
    description = {
      "Shows the account's money: what is available, and what the portfolio is worth.",
      "Orders are paid from the money on the shard of their market."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {"", ExchangeOptions.WHO, ExchangeOptions.WHERE})
final class BalanceCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final ExchangeOptions exchange;

  BalanceCommand(Console console) {
    this.console = console;
    exchange = new ExchangeOptions(console);
  }

  @Override
  public Integer call() {
    ExchangeAddress address = exchange.address();
    Balance balance;
    try (KalshiClient client = exchange.openSigned()) {
      balance = client.portfolio().balance();
    }
    if (exchange.json()) {
      Json.print(describe(address, balance), console.out());
    } else {
      print(address, balance);
    }
    return Cli.SUCCESS;
  }

  private void print(ExchangeAddress address, Balance balance) {
    Stream<Money> amounts =
        Stream.concat(
            Stream.of(balance.available(), balance.portfolioValue()),
            balance.shards().stream().map(ShardAmount::amount));
    int decimals = amounts.mapToInt(Shown::decimals).max().orElse(0);
    Table table = new Table(left(""), right(""));
    table.row("available", Shown.dollars(balance.available(), decimals));
    for (ShardAmount shard : balance.shards()) {
      table.row("  on shard " + shard.exchangeIndex(), Shown.dollars(shard.amount(), decimals));
    }
    table.row("portfolio value", Shown.dollars(balance.portfolioValue(), decimals));
    console.out().println(address);
    console.out().println();
    table.lines().stream().skip(1).forEach(console.out()::println);
    console.out().println();
    console.out().println("changed " + Shown.cell(balance.updated()));
  }

  private static ObjectNode describe(ExchangeAddress address, Balance balance) {
    ObjectNode root = address.json();
    root.put("available", balance.available().toString());
    root.put("portfolioValue", balance.portfolioValue().toString());
    root.put("updatedTime", balance.updated().toString());
    ArrayNode shards = root.putArray("shards");
    for (ShardAmount shard : balance.shards()) {
      ObjectNode node = shards.addObject();
      node.put("exchangeIndex", shard.exchangeIndex());
      node.put("available", shard.amount().toString());
    }
    return root;
  }
}
