package io.github.kalshi4j.client.fee;

/** Which part an order had in a match: it rested, or it crossed. */
public enum Liquidity {
  MAKER,
  TAKER
}
