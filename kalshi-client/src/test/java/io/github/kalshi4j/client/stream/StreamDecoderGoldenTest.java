package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares each frame in {@code golden/stream/<case>.json} with the event in {@code <case>.txt}.
 */
class StreamDecoderGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/stream");

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsTheRecordedMessage(String name) throws IOException {
    StreamDecoder decoder = new StreamDecoder();

    StreamEvent event = decoder.decode(Files.readAllBytes(FOLDER.resolve(name + ".json")));

    assertThat(event.toString()).isEqualTo(Files.readString(FOLDER.resolve(name + ".txt")).strip());
    assertThat(decoder.statistics().unknownFields()).isEmpty();
  }

  @Test
  void hasACaseForEveryEvent() throws IOException {
    List<String> seen =
        cases().stream()
            .map(name -> read(FOLDER.resolve(name + ".txt")).replaceAll("\\[.*", "").strip())
            .distinct()
            .sorted()
            .toList();

    assertThat(seen)
        .containsExactly(
            "Acknowledged",
            "BookDelta",
            "BookSnapshot",
            "EventFeeUpdate",
            "EventLifecycle",
            "FastIndexValue",
            "FillEvent",
            "IndexList",
            "IndexValue",
            "MarketLifecycle",
            "MarketPositionEvent",
            "OrderGroupUpdate",
            "PublicTrade",
            "PythValue",
            "QuoteAccepted",
            "QuoteCreated",
            "QuoteExecuted",
            "RfqCreated",
            "RfqDeleted",
            "StreamError",
            "Subscribed",
            "SubscriptionList",
            "Ticker",
            "UnderlyingList",
            "Unrecognized",
            "Unsubscribed",
            "UserOrder");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
