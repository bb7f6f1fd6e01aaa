package io.github.kalshi4j.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.stream.MarketLifecycle;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.Unrecognized;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The decoder knows every message of the exchange's own {@code asyncapi.yaml}. */
class StreamContractTest {
  /**
   * Properties that say nothing new: deprecated ones, NO prices, sides in other words, times that
   * another has more exactly, names of markets beside their tickers, dollars that count fifty cents
   * a contract, and a list of the one market that is named beside it. Nothing else is left out.
   */
  private static final Set<String> SAID_OTHERWISE =
      Set.of(
          "cfbenchmarksValue5HzPayload.msg.data",
          "errorResponsePayload.msg.market_tickers",
          "fillPayload.msg.action",
          "fillPayload.msg.purchased_side",
          "fillPayload.msg.side",
          "fillPayload.msg.ts",
          "orderbookDeltaPayload.msg.market_id",
          "orderbookDeltaPayload.msg.ts_ms",
          "orderbookSnapshotPayload.msg.market_id",
          "tickerPayload.msg.dollar_open_interest",
          "tickerPayload.msg.dollar_volume",
          "tickerPayload.msg.market_id",
          "tickerPayload.msg.time",
          "tickerPayload.msg.ts",
          "tradePayload.msg.no_price_dollars",
          "tradePayload.msg.taker_book_side",
          "tradePayload.msg.taker_side",
          "tradePayload.msg.ts",
          "userOrderPayload.msg.created_time",
          "userOrderPayload.msg.expiration_time",
          "userOrderPayload.msg.is_yes",
          "userOrderPayload.msg.last_update_time",
          "userOrderPayload.msg.side");

  /**
   * Words without a constant: a type of fees that REST does not have, and a grid whose bands are
   * not published.
   */
  private static final Set<String> UNKNOWN_WORDS =
      Set.of(
          "eventFeeUpdatePayload.msg.fee_type_override: margin_market_maker_program_fees",
          "marketLifecycleV2Payload.msg.price_level_structure: banded_centi_cent",
          "multivariateMarketLifecyclePayload.msg.price_level_structure: banded_centi_cent");

  private final Specification specification = Specification.readStream();

  @Test
  void knowsEveryMessageWithAllOfItsProperties() {
    List<String> problems = new ArrayList<>();
    for (Message message : messages()) {
      StreamDecoder decoder = new StreamDecoder();
      StreamEvent event = decode(decoder, message.full());
      if (event instanceof Unrecognized) {
        problems.add(message + " is not recognized");
      }
      decoder
          .statistics()
          .unknownFields()
          .forEach(field -> problems.add(message + " has unknown " + field.field()));
    }
    assertThat(messages()).hasSizeGreaterThan(25);
    assertThat(problems).isEmpty();
  }

  @Test
  void knowsEveryMessageWithWhatItMustHaveOnly() {
    for (Message message : messages()) {
      JsonNode least = Synthesis.least(specification, message.schema());
      assertThat(decode(new StreamDecoder(), least))
          .as("%s: %s", message, least)
          .hasSameClassAs(decode(new StreamDecoder(), message.full()));
    }
  }

  @Test
  void fillsEveryComponentOfAnEventBySomeMessage() {
    Map<Class<?>, Set<String>> empty = new HashMap<>();
    for (Message message : messages()) {
      StreamEvent event = decode(new StreamDecoder(), message.full());
      Set<String> gaps = new TreeSet<>(Completeness.gapsIn(event));
      empty.merge(
          event.getClass(),
          gaps,
          (one, other) -> {
            one.retainAll(other);
            return one;
          });
    }
    assertThat(empty.values()).allSatisfy(gaps -> assertThat(gaps).isEmpty());
  }

  @Test
  void readsEveryProperty() {
    Set<String> unread = new TreeSet<>();
    Set<String> read = new TreeSet<>();
    for (Message message : messages()) {
      StreamEvent event = decode(new StreamDecoder(), message.full());
      for (Property property : message.properties(specification)) {
        JsonNode value = property.value(message.full());
        JsonNode other = Shapes.other(specification, property, value);
        boolean matters;
        try {
          matters =
              !decode(new StreamDecoder(), property.with(message.full(), other)).equals(event);
        } catch (KalshiDecodingException e) {
          matters = true;
        }
        (matters ? read : unread).add(property.label());
      }
    }
    unread.removeAll(read);
    assertThat(unread).containsExactlyInAnyOrderElementsOf(SAID_OTHERWISE);
  }

  @Test
  void knowsEveryWord() {
    Set<String> unknown = new TreeSet<>();
    for (Message message : messages()) {
      for (Property property : message.properties(specification)) {
        JsonNode words = specification.resolve(property.schema()).get("enum");
        if (words != null) {
          words
              .valueStream()
              .filter(word -> !isKnown(message, property, word))
              .forEach(word -> unknown.add(property.label() + ": " + word.asString()));
        }
      }
    }
    assertThat(unknown).containsExactlyInAnyOrderElementsOf(UNKNOWN_WORDS);
  }

  private static boolean isKnown(Message message, Property property, JsonNode word) {
    StreamDecoder decoder = new StreamDecoder();
    JsonNode frame = property.with(message.full(), word);
    StreamEvent event;
    try {
      event = decode(decoder, frame);
    } catch (KalshiDecodingException e) {
      return e.getMessage().contains("does not buy"); // two words that must agree
    }
    if (property.name().equals("price_level_structure") && !word.asString().isEmpty()) {
      ((ObjectNode) frame.get("msg")).remove("price_ranges"); // which win over a name
      event = decode(decoder, frame);
      return ((MarketLifecycle) event).grid() != null;
    }
    return decoder.statistics().unknownFields().isEmpty();
  }

  private static StreamEvent decode(StreamDecoder decoder, JsonNode frame) {
    return decoder.decode(WireForm.MAPPER.writeValueAsBytes(frame));
  }

  private List<Message> messages() {
    return specification.messages().entrySet().stream()
        .map(entry ->
            new Message(
                entry.getKey(), entry.getValue(), Synthesis.full(specification, entry.getValue())))
        .toList();
  }

  /**
   * One message of the server.
   *
   * @param schema of the whole frame
   * @param full a frame that has all of its properties
   */
  private record Message(String name, JsonNode schema, JsonNode full) {
    List<Property> properties(Specification specification) {
      return Property.in(specification, schema, full, name);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
