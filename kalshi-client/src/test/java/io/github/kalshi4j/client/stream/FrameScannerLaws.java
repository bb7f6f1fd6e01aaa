package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What the scanner takes it reads as the general reader does; what it does not take, that one. */
class FrameScannerLaws {
  private static final Pattern TOKENS =
      Pattern.compile("\"(\\\\.|[^\"\\\\])*\"|[-+.0-9eE]+|[a-z]+|\\s+|.", Pattern.DOTALL);

  private static final List<String> ODDITIES =
      List.of(
          "0",
          "00",
          "-0",
          "07",
          "1.0",
          "1e3",
          "-5",
          "2147483648",
          "123456789012345",
          "1234567890123456",
          "9223372036854775808",
          "null",
          "true",
          "false",
          "{}",
          "[]",
          "[[]]",
          "\"\"",
          "\"0\"",
          "\"-0.00\"",
          "\"-1.00\"",
          "\"1.00\"",
          "\"1.0000\"",
          "\"1.0001\"",
          "\"10.0000\"",
          "\".5\"",
          "\"5.\"",
          "\"0.12345\"",
          "\"0.123400\"",
          "\"1e2\"",
          "\"+1.00\"",
          "\"92233720368547758.07\"",
          "\"92233720368547758.08\"",
          "\"0.5/00\"",
          "\"0,5000\"",
          "\"YES\"",
          "\"yes\"",
          "\"no\"",
          "\"no \"",
          "\"\\u0041\"",
          "\"é\"",
          "\"a\\\"b\"",
          "\"A B\"",
          "\"" + "T".repeat(256) + "\"",
          "\"" + "T".repeat(257) + "\"",
          "\"2026-02-29T00:00:00Z\"",
          "\"2028-02-29T23:59:59.5Z\"",
          "\"2026-07-04T24:00:00Z\"",
          "\"2026-07-04T12:00:60Z\"",
          "\"2026-07-04T12:00:00.1234567Z\"",
          "\"2026-07-04T12:00:00.Z\"",
          "\"2026-07-04 12:00:00Z\"",
          "\"1969-07-04T12:00:00Z\"",
          "\"0123ABCD-0000-1111-2222-333333333333\"",
          "\"client_order_id\"",
          "\"subaccount\"",
          "\"market_ticker\"",
          "\"price_dollars\"",
          "\"ts\"",
          "\"ts_ms\"",
          "\"sid\"",
          "\"seq\"",
          "\"type\"",
          "\"msg\"",
          "\"sending_ts_ms\"",
          "\"ticker\"",
          "\"trade\"",
          "\"orderbook_delta\"",
          "\"orderbook_snapshot\"",
          "\"fill\"",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          " ",
          "\n",
          "\t",
          "\0",
          "\"",
          "\\");

  private final StreamDecoder scanning = new StreamDecoder();
  private final StreamDecoder general = new StreamDecoder(false, false);

  @Property(tries = 1000)
  void theScannerTakesEveryUsualFrame(@ForAll Random random, @ForAll boolean shuffled) {
    HotFrames frames = new HotFrames(random, shuffled);
    for (int i = 0; i < 5; i++) {
      byte[] frame = bytes(frames.next());
      assertThat(scanning.read(frame, 0, frame.length)).as(text(frame)).isNull();
      assertThat(scanning.hot().toEvent()).isEqualTo(general.decode(frame));
    }
    assertThat(scanning.statistics()).isEqualTo(general.statistics());
  }

  @Property(tries = 4000)
  void aFrameOfChangedTokensIsReadTheSameByBoth(
      @ForAll Random random,
      @ForAll boolean shuffled,
      @ForAll @IntRange(min = 1, max = 3) int many) {
    List<String> tokens = new ArrayList<>();
    TOKENS
        .matcher(new HotFrames(random, shuffled).next())
        .results()
        .forEach(match -> tokens.add(match.group()));
    for (int i = 0; i < many; i++) {
      int at = random.nextInt(tokens.size());
      switch (random.nextInt(6)) {
        case 0 -> tokens.add(at, oddity(random));
        case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
        case 2 -> {
          if (tokens.size() > 1) {
            tokens.remove(at);
          }
        }
        case 3 -> Collections.swap(tokens, at, random.nextInt(tokens.size()));
        default -> tokens.set(at, oddity(random));
      }
    }
    byte[] frame = bytes(String.join("", tokens));
    assertReadTheSame(frame, 0, frame.length);
    assertThat(scanning.statistics()).isEqualTo(general.statistics());
  }

  @Property(tries = 4000)
  void aFrameOfChangedBytesIsReadTheSameByBoth(
      @ForAll Random random,
      @ForAll boolean shuffled,
      @ForAll @IntRange(max = 3) int flips,
      @ForAll boolean truncated,
      @ForAll @IntRange(max = 200) int before,
      @ForAll @IntRange(max = 200) int behind) {
    byte[] frame = bytes(new HotFrames(random, shuffled).next());
    for (int i = 0; i < flips; i++) {
      int at = random.nextInt(frame.length);
      frame[at] =
          switch (random.nextInt(5)) {
            case 0 -> (byte) random.nextInt(256);
            case 1 -> (byte) "{}[]\",:\\".charAt(random.nextInt(8));
            case 2 -> (byte) ('0' + random.nextInt(10));
            case 3 -> (byte) (frame[at] ^ (1 << random.nextInt(8)));
            default -> frame[random.nextInt(frame.length)];
          };
    }
    // What stands behind the frame, its own rest above all, must not be taken for a part of it.
    byte[] within = new byte[before + frame.length + behind];
    random.nextBytes(within);
    System.arraycopy(frame, 0, within, before, frame.length);
    int length = truncated ? random.nextInt(frame.length + 1) : frame.length;
    int least = before + length;
    byte[] cut = Arrays.copyOf(within, least + random.nextInt(within.length - least + 1));
    assertReadTheSame(cut, before, length);
    assertThat(scanning.statistics()).isEqualTo(general.statistics());
  }

  /** Whatever one byte becomes, in each place of each kind of frame. */
  @Example
  void aFrameWithOneOtherByteIsReadTheSameByBoth() {
    for (boolean shuffled : new boolean[] {false, true}) {
      HotFrames frames = new HotFrames(new Random(5), shuffled);
      List<String> each =
          List.of(
              frames.delta(), frames.delta(), frames.ticker(), frames.trade(), frames.snapshot());
      for (String usual : each) {
        byte[] frame = bytes(usual);
        for (int at = 0; at < frame.length; at++) {
          byte old = frame[at];
          for (char other : "\"\\{}[]:,. -+019azAZ\n\t\0\u007f\u0080\u00c3\u00ff".toCharArray()) {
            frame[at] = (byte) other;
            assertReadTheSame(frame, 0, frame.length);
          }
          frame[at] = old;
        }
      }
    }
    assertThat(scanning.statistics()).isEqualTo(general.statistics());
  }

  /** A time whose first eight digits are those of the one before, however it goes on. */
  @Example
  void aTimeThatBeginsAsTheLastOneIsReadTheSameByBoth() {
    String usual = new HotFrames(new Random(5), false).delta();
    for (String rest :
        new String[] {"", "1", "1234", "12345", "99999", "123456", "1234567", "1x"}) {
      for (String time : new String[] {"1778687112345", "17786871" + rest, "07786871" + rest}) {
        byte[] frame = bytes(usual.replaceFirst("\"ts_ms\":\\d+", "\"ts_ms\":" + time));
        assertReadTheSame(frame, 0, frame.length);
      }
    }
  }

  @Property(tries = 1000)
  void aFrameWithAFieldTwiceOrLessIsReadTheSameByBoth(@ForAll Random random) {
    String frame = new HotFrames(random, false).next();
    List<String> fields = new ArrayList<>(List.of(frame.split("(?<=,)(?=\")")));
    int at = random.nextInt(fields.size());
    if (random.nextBoolean()) {
      fields.add(random.nextInt(fields.size()), fields.get(at));
    } else {
      fields.remove(at);
    }
    byte[] changed = bytes(String.join("", fields));
    assertReadTheSame(changed, 0, changed.length);
    assertThat(scanning.statistics()).isEqualTo(general.statistics());
  }

  @Property(tries = 300)
  void yesPricesAreReadTheSameByBoth(@ForAll Random random, @ForAll boolean shuffled) {
    byte[] frame = bytes(new HotFrames(random, shuffled).next());

    assertThat(new StreamDecoder(true).decode(frame))
        .isEqualTo(new StreamDecoder(true, false).decode(frame));
  }

  @Property(tries = 200)
  void booksAreTheSameFromHotFramesAndFromEvents(@ForAll Random random) {
    OrderBooks fromFrames = new OrderBooks(market -> PriceLevelStructure.LINEAR_CENT.grid());
    OrderBooks fromEvents = new OrderBooks(market -> PriceLevelStructure.LINEAR_CENT.grid());
    HotFrames frames = new HotFrames(random, false);
    int sequence = 1 + random.nextInt(5);
    for (int i = 0; i < 60; i++) {
      String frame = random.nextInt(10) == 0 ? frames.next() : books(frames, random);
      sequence += random.nextInt(30) == 0 ? random.nextInt(3) : 1;
      byte[] numbered =
          bytes(
              frame
                  .replaceFirst("\"sid\":\\d+", "\"sid\":" + (1 + random.nextInt(80) / 79))
                  .replaceFirst("\"seq\":\\d+", "\"seq\":" + sequence)
                  .replaceFirst("KXRAIN[-A-Z0-9]*", random.nextBoolean() ? "KXA" : "KXB"));
      assertThat(scanning.read(numbered, 0, numbered.length)).isNull();

      assertThat(fromFrames.apply(scanning.hot()))
          .isEqualTo(fromEvents.apply(scanning.hot().toEvent()));
      assertThat(shown(fromFrames)).isEqualTo(shown(fromEvents));
    }
  }

  private static String books(HotFrames frames, Random random) {
    return random.nextInt(6) == 0 ? frames.snapshot() : frames.delta();
  }

  private static String shown(OrderBooks books) {
    StringBuilder text = new StringBuilder();
    for (String market : List.of("KXA", "KXB")) {
      Optional<LocalOrderBook> book = books.book(MarketTicker.of(market));
      book.ifPresent(shown ->
          text.append(shown)
              .append(shown.isValid())
              .append(shown.exchangeMicros())
              .append(shown.faults())
              .append(shown.grid())
              .append(shown.levels(BookSide.BID, Integer.MAX_VALUE))
              .append(shown.levels(BookSide.ASK, Integer.MAX_VALUE)));
    }
    return text.append(
            List.of(books.gaps(), books.duplicates(), books.staleDropped(), books.faults()))
        .toString();
  }

  private void assertReadTheSame(byte[] frame, int offset, int length) {
    String shown = new String(frame, offset, length, StandardCharsets.ISO_8859_1);
    assertThat(outcome(scanning, frame, offset, length))
        .as(shown)
        .isEqualTo(outcome(general, frame, offset, length));
    assertThat(scanning.failedSubscription()).isEqualTo(general.failedSubscription());
    assertThat(scanning.failedSequence()).isEqualTo(general.failedSequence());
  }

  private static Object outcome(StreamDecoder decoder, byte[] frame, int offset, int length) {
    try {
      return decoder.decode(frame, offset, length);
    } catch (KalshiDecodingException e) {
      return e.getMessage();
    }
  }

  private static String oddity(Random random) {
    return ODDITIES.get(random.nextInt(ODDITIES.size()));
  }

  private static String text(byte[] frame) {
    return new String(frame, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
