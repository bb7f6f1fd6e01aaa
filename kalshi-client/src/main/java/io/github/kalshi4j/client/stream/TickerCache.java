package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.MarketTicker;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the same {@link MarketTicker} for the same characters, so that messages of one market
 * allocate none. Bounded: a ticker that falls on another's place takes it.
 */
final class TickerCache {
  private static final int BITS = 12;
  private static final int MAX_LENGTH = 256;
  private static final char DELETE = 127;
  private static final long FIRST_FACTOR = 0x9E37_79B9_7F4A_7C15L;
  private static final long LAST_FACTOR = 0xC2B2_AE3D_27D4_EB4FL;

  private final @Nullable Entry[] entries = new @Nullable Entry[1 << BITS];
  private final byte[] copied = new byte[MAX_LENGTH + 1 + Long.BYTES];

  /**
   * Returns the ticker with these characters.
   *
   * @throws IllegalArgumentException if no ticker has them
   */
  MarketTicker get(CharSlice chars) {
    int length = Math.min(chars.length(), MAX_LENGTH + 1);
    for (int i = 0; i < length; i++) {
      copied[i] = (byte) Math.min(chars.charAt(i), DELETE); // which no ticker has either
    }
    MarketTicker ticker = find(copied, 0, length);
    return ticker == null ? MarketTicker.of(chars.toString()) : ticker; // which throws
  }

  /**
   * Returns the ticker with these characters, or null if no ticker has them.
   *
   * @param bytes must go on for at least eight bytes from the first character
   */
  @Nullable MarketTicker find(byte[] bytes, int from, int length) {
    long first = Words.at(bytes, from);
    long last = 0;
    if (length >= Long.BYTES) {
      last = Words.at(bytes, from + length - Long.BYTES);
    } else {
      first &= Words.mask(length);
    }
    int place = (int) ((first * FIRST_FACTOR + last * LAST_FACTOR + length) >>> (64 - BITS));
    Entry known = entries[place];
    if (known != null && known.is(bytes, from, length, first, last)) {
      return known.ticker;
    }
    if (!isTicker(bytes, from, length)) {
      return null;
    }
    MarketTicker ticker =
        MarketTicker.of(new String(bytes, from, length, StandardCharsets.US_ASCII));
    entries[place] = new Entry(ticker, first, last);
    return ticker;
  }

  private static boolean isTicker(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (bytes[i] <= ' ' || bytes[i] >= DELETE) {
        return false;
      }
    }
    return length > 0 && length <= MAX_LENGTH;
  }

  private static final class Entry {
    private final MarketTicker ticker;
    private final byte[] text;
    private final long first;
    private final long last;

    Entry(MarketTicker ticker, long first, long last) {
      this.ticker = ticker;
      this.first = first;
      this.last = last;
      text = ticker.value().getBytes(StandardCharsets.US_ASCII);
    }

    boolean is(byte[] bytes, int from, int length, long itsFirst, long itsLast) {
      return first == itsFirst
          && last == itsLast
          && length == text.length
          && (length <= 2 * Long.BYTES // then the first and the last eight are all
              || Arrays.equals(bytes, from + 8, from + length - 8, text, 8, length - 8));
    }
  }
}
