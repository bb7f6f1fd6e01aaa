package io.github.kalshi4j.engine.tape.format;

/**
 * What was asked of a source.
 *
 * @param source such as {@link TapeSource#KALSHI}
 * @param channel the source's name of the channel, such as {@code orderbook_delta}
 * @param useYesPrice whether NO levels come in YES prices; meant for {@code orderbook_delta} only
 */
public record TapeSubscription(String source, String channel, boolean useYesPrice) {
  public TapeSubscription {
    TapeSource.check(source);
  }
}
