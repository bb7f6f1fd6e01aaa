package io.github.kalshi4j.engine.tape.bytes;

/** Writes whole numbers as ASCII digits into a byte array. */
public final class Decimals {
  private Decimals() {}

  /** Writes a number that is not negative; returns the index after it. */
  public static int append(byte[] out, int at, long value) {
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return append(out, at, value, digits);
  }

  /** Writes a number that is not negative with this many digits; returns the index after it. */
  public static int append(byte[] out, int at, long value, int digits) {
    long rest = value;
    for (int i = at + digits - 1; i >= at; i--) {
      out[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return at + digits;
  }
}
