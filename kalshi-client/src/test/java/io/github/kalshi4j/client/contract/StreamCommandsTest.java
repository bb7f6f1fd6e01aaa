package io.github.kalshi4j.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.error.StreamErrorCode;
import io.github.kalshi4j.client.stream.Channel;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.testing.FakeCommand;
import io.github.kalshi4j.client.testing.StreamTest;
import io.github.kalshi4j.client.value.IndexId;
import io.github.kalshi4j.client.value.UnderlyingTicker;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The stream sends the commands of the exchange's own {@code asyncapi.yaml}, and all of them. */
@Timeout(60)
class StreamCommandsTest extends StreamTest {
  /**
   * Parameters that are never sent, since another says the same: markets are named by tickers, in a
   * list, and a subscription by its id alone.
   */
  private static final Set<String> NOT_SENT =
      Set.of(
          "subscribe.market_id",
          "subscribe.market_ids",
          "subscribe.market_ticker",
          "update_subscription.market_id",
          "update_subscription.market_ids",
          "update_subscription.market_ticker",
          "update_subscription.sids");

  /** Words that are never sent, since leaving the parameter out says the same. */
  private static final Set<String> WORDS_NOT_SENT = Set.of("subscribe.user_filter: ");

  private final Specification specification = Specification.readStream();

  @Test
  void knowsEveryChannelAndEveryErrorCode() {
    assertThat(Arrays.stream(Channel.values()).map(Channel::wire))
        .containsExactlyInAnyOrderElementsOf(specification.channels());
    assertThat(
            Arrays.stream(StreamErrorCode.values())
                .filter(code -> code != StreamErrorCode.UNRECOGNIZED)
                .map(StreamErrorCode::number))
        .containsExactlyInAnyOrderElementsOf(specification.errorCodes());
    assertThat(StreamErrorCode.of(99)).isEqualTo(StreamErrorCode.UNRECOGNIZED);
  }

  @Test
  void sendsEveryCommandWithEveryParameter() throws InterruptedException {
    doEverything();
    List<FakeCommand> sent = exchange.stream().sockets().getFirst().commands();

    Set<String> parameters = new TreeSet<>();
    Set<String> words = new TreeSet<>();
    for (FakeCommand command : sent) {
      if (command.params() == null) {
        continue;
      }
      for (Map.Entry<String, JsonNode> each : command.params().properties()) {
        String name = command.cmd() + '.' + each.getKey();
        parameters.add(name);
        JsonNode value = each.getValue();
        (value.isArray() ? value.valueStream() : java.util.stream.Stream.of(value))
            .filter(JsonNode::isString)
            .forEach(word -> words.add(name + ": " + word.asString()));
      }
    }

    assertThat(sent.stream().map(FakeCommand::cmd)).contains("list_subscriptions");
    Set<String> documented = documented();
    assertThat(documented).containsAll(NOT_SENT);
    documented.removeAll(NOT_SENT);
    assertThat(parameters).containsExactlyInAnyOrderElementsOf(documented);
    Set<String> documentedWords = documentedWords();
    documentedWords.removeAll(WORDS_NOT_SENT);
    assertThat(words).containsAll(documentedWords);
  }

  @Test
  void sendsNothingThatTheSpecificationForbids() throws InterruptedException {
    doEverything();

    for (FakeCommand command : exchange.stream().sockets().getFirst().commands()) {
      assertThat(specification.commands().values())
          .as(command.text())
          .anySatisfy(schema -> assertFits(WireForm.MAPPER.readTree(command.text()), schema));
    }
  }

  /** Has the stream send every command that it can. */
  private void doEverything() throws InterruptedException {
    stream.orderBook(A, book -> {}).addMarkets(B);
    stream.refreshBooks();
    StreamSubscription tickers =
        stream.subscribe(
            StreamRequest.tickers(MarketSelection.of(A)).withInitialSnapshot(), event -> {});
    tickers.addMarkets(B);
    tickers.removeMarkets(B);
    stream.subscribe(StreamRequest.trades(MarketSelection.all()), event -> {});
    stream.subscribe(StreamRequest.fills(MarketSelection.all()), event -> {});
    stream.subscribe(StreamRequest.userOrders(MarketSelection.all()), event -> {});
    stream.subscribe(StreamRequest.marketPositions(MarketSelection.all()), event -> {});
    stream.subscribe(StreamRequest.orderGroups(), event -> {});
    stream.subscribe(StreamRequest.lifecycle(), event -> {});
    stream.subscribe(StreamRequest.multivariateLifecycle(), event -> {});
    stream.subscribe(StreamRequest.communications().ofOurselves().withShard(4, 3), event -> {});
    IndexId brti = IndexId.of("BRTI");
    stream.subscribe(StreamRequest.indices(brti), event -> {});
    stream.subscribe(StreamRequest.indices(IndexId.of("ETHUSD_RTI")), event -> {}).close();
    stream.subscribe(StreamRequest.fastIndices(), event -> {});
    stream.subscribe(StreamRequest.pyth(UnderlyingTicker.of("GOLD")), event -> {});
    stream.subscribe(StreamRequest.pyth(UnderlyingTicker.of("SILVER")), event -> {}).close();
    assertThat(stream.availableIndices()).contains(brti);
    assertThat(stream.availableFastIndices()).isNotNull();
    assertThat(stream.availableUnderlyings()).contains(UnderlyingTicker.of("GOLD"));
    assertThat(stream.listSubscriptions()).hasSize(Channel.values().length);
    tickers.close();
    exchange.stream().sockets().getFirst().awaitCommand("unsubscribe");
    exchange.stream().sockets().getFirst().awaitCommand("unsubscribe_underlyings");
    exchange.stream().sockets().getFirst().awaitCommand("unsubscribe_indices");
  }

  private Set<String> documented() {
    return specification.commands().values().stream()
        .flatMap(schema ->
            params(schema).propertyNames().stream().map(name -> command(schema) + '.' + name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> documentedWords() {
    Set<String> words = new TreeSet<>();
    for (JsonNode schema : specification.commands().values()) {
      for (Map.Entry<String, JsonNode> each : params(schema).properties()) {
        JsonNode value = specification.resolve(each.getValue());
        JsonNode items = value.has("items") ? specification.resolve(value.get("items")) : value;
        if (items.has("enum")) {
          items
              .get("enum")
              .forEach(word ->
                  words.add(command(schema) + '.' + each.getKey() + ": " + word.asString()));
        }
      }
    }
    return words;
  }

  private static String command(JsonNode schema) {
    return schema.get("properties").get("cmd").get("const").asString();
  }

  private static JsonNode params(JsonNode schema) {
    JsonNode params = schema.get("properties").get("params");
    return params == null ? WireForm.MAPPER.createObjectNode() : params.get("properties");
  }

  /** Checks a value against what of JSON Schema the specification uses for commands. */
  private void assertFits(JsonNode value, JsonNode unresolved) {
    JsonNode schema = specification.resolve(unresolved);
    if (schema.has("const")) {
      assertThat(value).isEqualTo(schema.get("const"));
    }
    if (schema.has("enum")) {
      assertThat(schema.get("enum")).contains(value);
    }
    switch (schema.get("type").asString()) {
      case "object" -> {
        assertThat(value.isObject()).isTrue();
        for (JsonNode required : schema.get("required")) {
          assertThat(value.has(required.asString())).as(required.asString()).isTrue();
        }
        for (Map.Entry<String, JsonNode> each : value.properties()) {
          assertThat(schema.get("properties").has(each.getKey())).as(each.getKey()).isTrue();
          assertFits(each.getValue(), schema.get("properties").get(each.getKey()));
        }
      }
      case "array" -> {
        assertThat(value.isArray()).isTrue();
        assertThat(value.size())
            .isGreaterThanOrEqualTo(schema.has("minItems") ? schema.get("minItems").asInt() : 0);
        value.forEach(item -> assertFits(item, schema.get("items")));
      }
      case "integer" -> {
        assertThat(value.isIntegralNumber()).isTrue();
        if (schema.has("minimum")) {
          assertThat(value.asLong()).isGreaterThanOrEqualTo(schema.get("minimum").asLong());
        }
      }
      case "boolean" -> assertThat(value.isBoolean()).isTrue();
      default -> assertThat(value.isString()).isTrue();
    }
  }
}
