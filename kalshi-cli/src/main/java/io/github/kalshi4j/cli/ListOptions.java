package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.call.PagedQuery;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the commands that list have in common: how much of what an exchange has, and in what form.
 */
final class ListOptions {
  private final Console console;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      converter = Converters.Limit.class,
      description = "How many to list at most, 1 to 10000 (default: 20).")
  private int limit;

  @Mixin private final ExchangeOptions exchange;

  ListOptions(Console console) {
    this.console = console;
    exchange = new ExchangeOptions(console);
  }

  ExchangeOptions exchange() {
    return exchange;
  }

  /** Reads as many as are wanted. */
  <T, Q extends PagedQuery<Q>> Listing<T> read(Q query, Function<Q, Stream<T>> all) {
    return Listing.of(query, limit, all);
  }

  /**
   * Prints what was read.
   *
   * @param thing what is listed, in the singular
   * @param table how it is shown to people
   * @param describe fills the JSON of one
   */
  <T> void print(
      String thing,
      Listing<T> listing,
      Function<Listing<T>, Table> table,
      BiConsumer<T, ObjectNode> describe) {
    ExchangeAddress address = exchange.address();
    if (exchange.json()) {
      Json.print(listing.json(thing, address, describe), console.out());
    } else {
      listing.print(thing, address, table.apply(listing), console.out());
    }
  }
}
