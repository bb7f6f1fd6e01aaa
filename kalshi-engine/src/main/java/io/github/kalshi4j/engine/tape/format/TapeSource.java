package io.github.kalshi4j.engine.tape.format;

import java.util.Set;

/**
 * The words that say where a frame came from: 1 to 16 lower-case letters and digits. Any such word
 * may stand on a tape; these are the ones in use.
 */
public final class TapeSource {
  /** The exchange's own stream. */
  public static final String KALSHI = "kalshi";

  /** Coinbase Exchange, channel {@code matches}. */
  public static final String COINBASE = "coinbase";

  static final String MARKET = "market";
  static final String GAP = "gap";
  static final String END = "end";
  static final int MAX_LENGTH = 16;

  private static final Set<String> RESERVED = Set.of(MARKET, GAP, END);

  private TapeSource() {}

  static void check(String source) {
    boolean word = !source.isEmpty() && source.length() <= MAX_LENGTH;
    for (int i = 0; word && i < source.length(); i++) {
      word = isSourceCharacter(source.charAt(i));
    }
    if (!word || RESERVED.contains(source)) {
      throw new IllegalArgumentException("not a source's word: \"" + source + '"');
    }
  }

  static boolean isSourceCharacter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
