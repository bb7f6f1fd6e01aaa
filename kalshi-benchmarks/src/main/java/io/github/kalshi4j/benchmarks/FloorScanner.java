package io.github.kalshi4j.benchmarks;

/**
 * As little work as reading a frame can be: it believes everything. Names are not looked at but
 * jumped over by their lengths, numbers are not bounded, and the market is whatever its name's hash
 * says. It works for the exchange's order of fields alone.
 */
final class FloorScanner {
  long subscription;
  long sequence;
  int market;
  long price;
  long hundredths;
  boolean yes;
  long micros;
  long bid;
  long ask;
  long bidHundredths;
  long askHundredths;
  long lastHundredths;
  long volume;
  long openInterest;
  final int[][] prices = new int[2][1024];
  final long[][] counts = new long[2][1024];
  final int[] levels = new int[2];

  private byte[] in = {};
  private int at;

  /** Reads a frame and returns the character that tells its kind: d, s or k. */
  char read(byte[] bytes, int offset) {
    in = bytes;
    at = offset + 9; // {"type":"
    if (in[at] == 't') {
      at += 14; // ticker","sid":
      subscription = integer();
      ticker();
      return 'k';
    }
    boolean delta = in[at + 10] == 'd';
    at += delta ? 23 : 26; // orderbook_delta","sid":
    subscription = integer();
    at += 7; // ,"seq":
    sequence = integer();
    market();
    if (delta) {
      delta();
      return 'd';
    }
    levels[0] = 0;
    levels[1] = 0;
    while (in[at] == ',') {
      boolean bids = in[at + 2] == 'y';
      at += bids ? 18 : 17; // ,"yes_dollars_fp":
      levels(bids ? 0 : 1);
    }
    return 's';
  }

  private void market() {
    at += 25; // ,"msg":{"market_ticker":"
    int hash = 0;
    while (in[at] != '"') {
      hash = 31 * hash + in[at++];
    }
    market = hash & 1023;
    at += 52; // ","market_id":"…"
  }

  private void delta() {
    at += 18; // ,"price_dollars":"
    price = price();
    at += 14; // ","delta_fp":"
    hundredths = hundredths();
    at += 10; // ","side":"
    yes = in[at] == 'y';
    at += yes ? 11 : 10; // yes","ts":"
    micros = time();
  }

  private void ticker() {
    market();
    at += 18; // ,"price_dollars":"
    price = price();
    at += 21; // ","yes_bid_dollars":"
    bid = price();
    at += 21;
    ask = price();
    at += 21; // ","yes_bid_size_fp":"
    bidHundredths = hundredths();
    at += 21;
    askHundredths = hundredths();
    at += 24; // ","last_trade_size_fp":"
    lastHundredths = hundredths();
    at += 15; // ","volume_fp":"
    volume = hundredths();
    at += 22; // ","open_interest_fp":"
    openInterest = hundredths();
    at += 18; // ","dollar_volume":
    while (in[at] != ',') {
      at++;
    }
    at += 24; // ,"dollar_open_interest":
    while (in[at] != ',') {
      at++;
    }
    at += 25; // ,"ts":1778687127,"ts_ms":
    micros = integer() * 1000;
  }

  private void levels(int side) {
    int[] sidePrices = prices[side];
    long[] sideCounts = counts[side];
    int count = 0;
    at++;
    while (in[at] != ']') {
      at += in[at] == ',' ? 3 : 2; // ,["
      sidePrices[count] = (int) price();
      at += 3; // ","
      sideCounts[count++] = hundredths();
      at += 2; // "]
    }
    at++;
    levels[side] = count;
  }

  private long integer() {
    long value = 0;
    for (byte b = in[at]; b != ',' && b != '}'; b = in[++at]) {
      value = 10 * value + b - '0';
    }
    return value;
  }

  private long price() {
    byte[] b = in;
    int i = at;
    at = i + 6;
    return 10_000L * b[i]
        + 1000L * b[i + 2]
        + 100L * b[i + 3]
        + 10L * b[i + 4]
        + b[i + 5]
        - 11_111L * '0';
  }

  private long hundredths() {
    boolean negative = in[at] == '-';
    if (negative) {
      at++;
    }
    long value = 0;
    byte b = in[at];
    while (b != '.') {
      value = 10 * value + b - '0';
      b = in[++at];
    }
    value = 100 * value + 10 * in[at + 1] + in[at + 2] - 11 * '0';
    at += 3;
    return negative ? -value : value;
  }

  private long time() {
    byte[] b = in;
    int i = at;
    int year = 1000 * b[i] + 100 * b[i + 1] + 10 * b[i + 2] + b[i + 3] - 1111 * '0';
    int month = two(i + 5);
    int shifted = (month + 9) % 12;
    int of = year - (shifted >= 10 ? 1 : 0);
    long days =
        365L * of + of / 4 - of / 100 + of / 400 + (shifted * 306 + 5) / 10 + two(i + 8) - 719_469;
    long seconds = days * 86_400 + two(i + 11) * 3600 + two(i + 14) * 60 + two(i + 17);
    long fraction = 0;
    int digits = 0;
    i += 19;
    if (b[i] == '.') {
      for (byte c = b[++i]; c != 'Z'; c = b[++i]) {
        fraction = 10 * fraction + c - '0';
        digits++;
      }
      for (; digits < 6; digits++) {
        fraction *= 10;
      }
    }
    at = i;
    return seconds * 1_000_000 + fraction;
  }

  private int two(int i) {
    return 10 * in[i] + in[i + 1] - 11 * '0';
  }
}
