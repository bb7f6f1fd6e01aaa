package io.github.kalshi4j.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.stream.MarketLifecycle;
import io.github.kalshi4j.client.stream.StreamDecoder;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.Unrecognized;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The decoder knows every message of the exchange's own {@code asyncapi.yaml}. */
class StreamContractTest {
  /**
   * Properties that say nothing new: deprecated ones, NO prices, sides in other words, times that
   * another has more exactly, names of markets beside their tickers, the name of a grid beside the
   * grid, and dollars that count fifty cents a contract.
   */
  private static final Set<String> SAID_OTHERWISE =
      Set.of(
          "cfbenchmarksValue5HzPayload.msg.data",
          "fillPayload.msg.action",
          "fillPayload.msg.purchased_side",
          "fillPayload.msg.side",
          "fillPayload.msg.ts",
          "marketLifecycleV2Payload.msg.price_level_structure",
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
   * Properties that are known but left out of their events. A market's description is asked for by
   * REST; the rest waits for what needs it: lists of subscriptions and of their markets, marks of
   * our own orders in the book, the subaccount and shard of a fill.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "errorResponsePayload.msg.market_ticker",
          "errorResponsePayload.msg.market_tickers",
          "fillPayload.msg.exchange_index",
          "fillPayload.msg.subaccount",
          "lifecycleAdditionalMetadata.can_close_early",
          "lifecycleAdditionalMetadata.cap_strike",
          "lifecycleAdditionalMetadata.custom_strike",
          "lifecycleAdditionalMetadata.event_ticker",
          "lifecycleAdditionalMetadata.expected_expiration_ts",
          "lifecycleAdditionalMetadata.name",
          "lifecycleAdditionalMetadata.no_sub_title",
          "lifecycleAdditionalMetadata.rules_primary",
          "lifecycleAdditionalMetadata.rules_secondary",
          "lifecycleAdditionalMetadata.strike_type",
          "lifecycleAdditionalMetadata.title",
          "lifecycleAdditionalMetadata.yes_sub_title",
          "listSubscriptionsResponsePayload.msg",
          "listSubscriptionsResponsePayload.msg.channel",
          "listSubscriptionsResponsePayload.msg.sid",
          "marketLifecycleV2Payload.msg.determination_ts",
          "marketLifecycleV2Payload.msg.exchange_index",
          "marketLifecycleV2Payload.msg.is_deactivated",
          "marketLifecycleV2Payload.msg.result",
          "marketLifecycleV2Payload.msg.settled_ts",
          "marketMetadataUpdatedPayload.msg.cap_strike",
          "marketMetadataUpdatedPayload.msg.custom_strike",
          "marketMetadataUpdatedPayload.msg.strike_type",
          "marketMetadataUpdatedPayload.msg.yes_sub_title",
          "multivariateMarketLifecyclePayload.msg.determination_ts",
          "multivariateMarketLifecyclePayload.msg.exchange_index",
          "multivariateMarketLifecyclePayload.msg.is_deactivated",
          "multivariateMarketLifecyclePayload.msg.result",
          "multivariateMarketLifecyclePayload.msg.settled_ts",
          "okResponsePayload.msg",
          "okResponsePayload.msg.market_ids",
          "okResponsePayload.msg.market_tickers",
          "orderbookDeltaPayload.msg.client_order_id",
          "orderbookDeltaPayload.msg.subaccount",
          "orderbookSnapshotPayload.id",
          "subscribedIndicesResponsePayload.msg",
          "subscribedIndicesResponsePayload.msg.index_ids",
          "subscribedUnderlyingsResponsePayload.msg",
          "subscribedUnderlyingsResponsePayload.msg.underlying_tickers");

  /** Components that stay null although all properties of a message are there. */
  private static final Set<String> OF_OTHER_MESSAGES =
      Set.of(
          "marketMetadataUpdated MarketLifecycle.closeTime",
          "marketMetadataUpdated MarketLifecycle.grid",
          "marketMetadataUpdated MarketLifecycle.openTime",
          "marketMetadataUpdated MarketLifecycle.settlementValue");

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
  void fillsEveryComponent() {
    Set<String> empty = new TreeSet<>();
    for (Message message : messages()) {
      Completeness.gapsIn(decode(new StreamDecoder(), message.full()))
          .forEach(gap -> empty.add(message + " " + gap));
    }
    assertThat(empty).containsExactlyInAnyOrderElementsOf(OF_OTHER_MESSAGES);
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
    Set<String> departures = new TreeSet<>(SAID_OTHERWISE);
    departures.addAll(LEFT_OUT);
    assertThat(unread).containsExactlyInAnyOrderElementsOf(departures);
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
