package io.github.kalshi4j.client.stream;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A word in quotes, such as the name of a field, that is compared with bytes eight at a time. It
 * has at most 22 characters.
 */
final class Name {
  private static final int MAX_LENGTH = 3 * Long.BYTES - 2;

  /** What stands for this name in a {@code switch}. */
  final int number;

  /** How many bytes there are from behind the first quote to behind all that follows the word. */
  final int length;

  private final long first;
  private final long second;
  private final long third;
  private final long firstMask;
  private final long secondMask;
  private final long thirdMask;

  /**
   * Creates a name.
   *
   * @param after what must follow the word, from its closing quote on
   */
  Name(String word, String after, int number) {
    if (word.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("too long: " + word);
    }
    this.number = number;
    String text = word + after;
    length = text.length();
    first = part(text, 0);
    second = part(text, 1);
    third = part(text, 2);
    firstMask = partMask(0);
    secondMask = partMask(1);
    thirdMask = partMask(2);
  }

  /** Returns whether the name stands at a place, with what must follow it. */
  boolean isAt(byte[] bytes, int at) {
    return (((Words.at(bytes, at) ^ first) & firstMask)
            | ((Words.at(bytes, at + 8) ^ second) & secondMask)
            | ((Words.at(bytes, at + 16) ^ third) & thirdMask))
        == 0;
  }

  private static long part(String text, int word) {
    int from = Math.min(8 * word, text.length());
    return Words.of(text.substring(from, Math.min(from + 8, text.length())));
  }

  private long partMask(int word) {
    return Words.mask(Math.clamp(length - 8L * word, 0, 8));
  }

  /** Finds one of a few names by the first sixteen bytes. */
  static final class Table {
    private static final int BITS = 8;
    private static final long SECOND_FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private final @Nullable Name[] places = new @Nullable Name[1 << BITS];
    private final long factor;

    /** Creates a table, and looks for a factor with which each name has a place of its own. */
    Table(Name... names) {
      long candidate = 1;
      do {
        candidate += 0x632B_E59B_D9B4_E019L;
      } while (!fits(names, candidate | 1));
      factor = candidate | 1;
    }

    /** Returns the name that stands at a place; null if it is none of these. */
    @Nullable Name find(byte[] bytes, int at) {
      Name name = places[place(Words.at(bytes, at), Words.at(bytes, at + 8), factor)];
      return name != null && name.isAt(bytes, at) ? name : null;
    }

    private boolean fits(Name[] names, long candidate) {
      Arrays.fill(places, null);
      for (Name name : names) {
        int place = place(name.first, name.second, candidate);
        if (places[place] != null) {
          return false;
        }
        places[place] = name;
      }
      return true;
    }

    private static int place(long first, long second, long factor) {
      long firstQuotes = Words.quotes(first);
      long secondQuotes = Words.quotes(second);
      // All bits below the lowest mark, and all if there is none: the word without what follows.
      long one = first & ~firstQuotes & (firstQuotes - 1);
      long two = firstQuotes == 0 ? second & ~secondQuotes & (secondQuotes - 1) : 0;
      return (int) (((one ^ (two * SECOND_FACTOR)) * factor) >>> (64 - BITS));
    }
  }
}
