package io.github.kalshi4j.client.value;

/** The exchange's name for a proposal of a block trade. */
public record BlockTradeId(String value) implements Comparable<BlockTradeId> {
  public BlockTradeId {
    Identifiers.check("BlockTradeId", value);
  }

  public static BlockTradeId of(String value) {
    return new BlockTradeId(value);
  }

  @Override
  public int compareTo(BlockTradeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
