package io.github.kalshi4j.client.testing;

import org.jspecify.annotations.Nullable;

/**
 * What befalls one request between the client and the exchange, or its answer. It is no doing of
 * the exchange.
 *
 * @param arrives whether the exchange gets the request
 * @param instead what the client is answered; null for what the exchange answers
 * @param fault what becomes of the answer on its way
 */
public record Mishap(boolean arrives, @Nullable Reply instead, Reply.Fault fault) {
  /** The exchange's own answer meets a fault; a request that is reset early does not get there. */
  public static Mishap of(Reply.Fault fault) {
    return new Mishap(fault != Reply.Fault.RESET_BEFORE_BODY, null, fault);
  }

  /** Something before the exchange answers, which gets nothing of it. */
  public static Mishap instead(Reply reply) {
    return new Mishap(false, reply, reply.fault());
  }

  /** The exchange gets the request, but something before it answers otherwise. */
  public static Mishap afterwards(Reply reply) {
    return new Mishap(true, reply, reply.fault());
  }
}
