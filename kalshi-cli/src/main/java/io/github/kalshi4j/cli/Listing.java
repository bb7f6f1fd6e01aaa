package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.call.PagedQuery;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The beginning of a list of the exchange.
 *
 * @param more whether the list goes on
 */
record Listing<T>(List<T> items, boolean more) {
  Listing {
    items = List.copyOf(items);
  }

  /**
   * Reads so many items, over as many pages as it takes, and one more to see whether there is one.
   */
  static <T, Q extends PagedQuery<Q>> Listing<T> of(
      Q query, int limit, Function<Q, Stream<T>> list) {
    Q sized = query.withLimit(Math.min(limit + 1, query.maxLimit()));
    List<T> read = new ArrayList<>();
    try (Stream<T> items = list.apply(sized).limit(limit + 1L)) {
      items.forEach(read::add);
    }
    return new Listing<>(read.subList(0, Math.min(limit, read.size())), read.size() > limit);
  }

  /**
   * Returns where the list is from, its items, and whether it goes on.
   *
   * @param describe fills the object of one
   */
  ObjectNode json(String thing, ExchangeAddress address, BiConsumer<T, ObjectNode> describe) {
    ObjectNode root = address.json();
    ArrayNode array = root.putArray(thing + "s");
    items.forEach(item -> describe.accept(item, array.addObject()));
    return root.put("more", more);
  }

  /** Prints where the list is from, its table, and whether it goes on. */
  void print(String thing, ExchangeAddress address, Table table, PrintStream out) {
    out.println(address);
    out.println();
    if (items.isEmpty()) {
      out.println("There is no such " + thing + ".");
      return;
    }
    table.lines().forEach(out::println);
    if (more) {
      out.println();
      out.println("There are more, see --limit.");
    }
  }
}
