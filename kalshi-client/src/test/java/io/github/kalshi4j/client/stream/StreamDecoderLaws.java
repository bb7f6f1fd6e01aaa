package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class StreamDecoderLaws {
  private static final List<byte[]> FRAMES = goldenFrames();

  private final StreamDecoder decoder = new StreamDecoder();

  @Provide
  Arbitrary<byte[]> frames() {
    return Arbitraries.of(FRAMES);
  }

  @Property(tries = 3000)
  void aMutilatedFrameIsDecodedOrRefusedButNothingElse(
      @ForAll("frames") byte[] frame,
      @ForAll Random random,
      @ForAll @IntRange(max = 6) int flips,
      @ForAll boolean truncated) {
    byte[] mutilated = frame.clone();
    for (int i = 0; i < flips; i++) {
      int at = random.nextInt(mutilated.length);
      mutilated[at] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) random.nextInt(256);
            case 1 -> (byte) "{}[]\",:\\".charAt(random.nextInt(8));
            case 2 -> (byte) ('0' + random.nextInt(10));
            default -> mutilated[random.nextInt(mutilated.length)];
          };
    }
    int length = truncated ? random.nextInt(mutilated.length + 1) : mutilated.length;
    try {
      assertThat(decoder.decode(mutilated, 0, length)).isNotNull();
    } catch (KalshiDecodingException e) {
      assertThat(e.getMessage()).contains(", in: ");
    }
    // and the decoder is none the worse for it
    assertThat(decoder.decode(frame)).isEqualTo(new StreamDecoder().decode(frame));
  }

  @Property(tries = 300)
  void everyProperPrefixIsRefused(@ForAll("frames") byte[] frame, @ForAll Random random) {
    int json =
        new String(frame, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8).length;
    int length = random.nextInt(json);
    boolean refused = false;
    try {
      decoder.decode(frame, 0, length);
    } catch (KalshiDecodingException e) {
      refused = true;
    }
    assertThat(refused).isTrue();
  }

  @Property(tries = 300)
  void aDeltaIsReadBackWhateverTheOrderOfItsFields(
      @ForAll Random random,
      @ForAll BookSide side,
      @ForAll @LongRange(max = 10_000) long centicents,
      @ForAll long hundredths,
      @ForAll @IntRange(min = 1) int subscription,
      @ForAll @LongRange(min = 1) long sequence,
      @ForAll @LongRange(max = 253_402_300_799_999_999L) long micros) {
    Price price = Price.ofCenticents(centicents);
    String count = (hundredths < 0 ? "-" : "") + Quantity.ofHundredths(Math.abs(hundredths / 2));
    List<String> fields =
        shuffled(
            random,
            "\"market_ticker\":\"KXRAIN-1\"",
            "\"market_id\":\"id\"",
            "\"side\":\"" + side.outcome().wire() + '"',
            "\"price_dollars\":\"" + side.outcome().toYes(price) + '"',
            "\"delta_fp\":\"" + count + '"',
            "\"ts\":\"" + Instant.EPOCH.plus(micros, ChronoUnit.MICROS) + '"',
            "\"unheard_of\":{\"a\":[{}]}");
    List<String> envelope =
        shuffled(
            random,
            "\"type\":\"orderbook_delta\"",
            "\"sid\":" + subscription,
            "\"seq\":" + sequence,
            "\"news\":[\"type\",{\"type\":\"ok\"}]",
            "\"msg\":{" + String.join(" , ", fields) + "}");
    String frame = "{" + String.join(",", envelope) + "}\n";

    assertThat(decoder.decode(frame.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            new BookDelta(
                subscription,
                sequence,
                MarketTicker.of("KXRAIN-1"),
                side,
                price,
                hundredths / 2,
                micros,
                null,
                null));
  }

  private static List<String> shuffled(Random random, String... parts) {
    List<String> list = new ArrayList<>(List.of(parts));
    Collections.shuffle(list, random);
    return list;
  }

  private static List<byte[]> goldenFrames() {
    try {
      List<byte[]> frames = new ArrayList<>();
      for (String name : StreamDecoderGoldenTest.cases()) {
        frames.add(Files.readAllBytes(Path.of("src/test/resources/golden/stream", name + ".json")));
      }
      return frames;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
