package io.github.kalshi4j.client.internal.rate;

import io.github.kalshi4j.client.internal.Ranges;

/** Which bucket a request draws from. */
public sealed interface Billing {
  /** The read bucket, which also takes every write that is no order, quote or proposal. */
  Billing READ = new Read();

  /** The write bucket of every shard, as the exchange does where it has to find the market's. */
  Billing WRITE_EVERYWHERE = new WriteEverywhere();

  /** Returns the write bucket of one shard; that of shard 0 is also the unscoped one. */
  static Billing write(int exchangeIndex) {
    return new Write(exchangeIndex);
  }

  /** The read bucket. */
  record Read() implements Billing {}

  /** The write bucket of one shard. */
  record Write(int exchangeIndex) implements Billing {
    public Write {
      Ranges.checkExchangeIndex(exchangeIndex);
    }
  }

  /** The write buckets of all shards. */
  record WriteEverywhere() implements Billing {}
}
