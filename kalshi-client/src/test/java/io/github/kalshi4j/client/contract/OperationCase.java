package io.github.kalshi4j.client.contract;

import io.github.kalshi4j.client.KalshiClient;
import java.util.function.Function;

/**
 * One operation, and how our client calls it.
 *
 * @param name the file in {@code src/test/resources/rest} that holds its wire form: the operation's
 *     id in the exchange's specification, with {@code .2} and so on for further cases
 * @param full calls it with all that goes together
 * @param least calls it with nothing that may be left out
 */
record OperationCase(
    String name, Function<KalshiClient, Object> full, Function<KalshiClient, Object> least) {
  /** Returns a case of an operation that has nothing to leave out. */
  static OperationCase of(String name, Function<KalshiClient, Object> call) {
    return new OperationCase(name, call, call);
  }

  static OperationCase of(
      String name, Function<KalshiClient, Object> full, Function<KalshiClient, Object> least) {
    return new OperationCase(name, full, least);
  }

  /** Returns a call without a result. */
  static Function<KalshiClient, Object> doing(java.util.function.Consumer<KalshiClient> action) {
    return client -> {
      action.accept(client);
      return "done";
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
