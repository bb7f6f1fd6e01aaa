package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.simulator.internal.rest.Routes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** What each operation that takes a body does with those that are not right. */
@Timeout(60)
class BadBodyTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String GROUPS = "/portfolio/order_groups";
  private static final List<String> WRONG_STRINGS =
      List.of("0", "1.5", "true", "{}", "[]", "[\"x\"]", "{\"a\":1}", "1e400", "-1");
  private static final List<String> WRONG_NUMBERS =
      List.of("\"0\"", "true", "{}", "[]", "1.5", "1e400", "-2", "99999999999999999999999999");
  private static final List<String> WRONG_FLAGS = List.of("0", "1", "\"true\"", "{}", "[]");

  private final ExchangeUnderAttack attacked = new ExchangeUnderAttack();

  /** Bodies with all fields, of the operations that must not do anything without a right one. */
  private final Map<String, String> bodies = new TreeMap<>();

  BadBodyTest() throws IOException {
    String order = ExchangeUnderAttack.order("bid", "0.2000", "1.00");
    String full =
        order.replace(
            "}",
            """
            ,"post_only":false,"reduce_only":false,"cancel_order_on_pause":false,\
            "expiration_time":1900000000,"order_group_id":"%s","subaccount":0,"exchange_index":0}\
            """
                .formatted(attacked.group));
    bodies.put("POST " + ExchangeUnderAttack.ORDERS, full);
    bodies.put("POST " + ExchangeUnderAttack.ORDERS + "/batched", "{\"orders\":[" + full + "]}");
    bodies.put(
        "DELETE " + ExchangeUnderAttack.ORDERS + "/batched",
        """
        {"orders":[{"order_id":"%s","market_ticker":"%s","exchange_index":0,"subaccount":0}]}\
        """
            .formatted(attacked.order, ServerTest.MARKET));
    bodies.put(
        "POST " + ExchangeUnderAttack.ORDERS + "/{order_id}/amend",
        """
        {"ticker":"%s","side":"bid","price":"0.4100","count":"9.00","client_order_id":"x",\
        "updated_client_order_id":"y","expiration_time":1900000000,"exchange_index":0}\
        """
            .formatted(ServerTest.MARKET));
    bodies.put(
        "POST " + ExchangeUnderAttack.ORDERS + "/{order_id}/decrease",
        """
        {"reduce_by":"1.00","market_ticker":"%s","exchange_index":0}\
        """
            .formatted(ServerTest.MARKET));
    bodies.put(
        "POST " + GROUPS + "/create",
        "{\"contracts_limit_fp\":\"5.00\",\"contracts_limit\":5,\"subaccount\":0,"
            + "\"exchange_index\":0}");
    bodies.put(
        "PUT " + GROUPS + "/{order_group_id}/limit",
        "{\"contracts_limit_fp\":\"5.00\",\"contracts_limit\":5}");
    bodies.put("PUT " + GROUPS + "/{order_group_id}/reset", "{}");
    bodies.put("PUT " + GROUPS + "/{order_group_id}/trigger", "{}");
    bodies.put("POST /api_keys", "{\"name\":\"x\",\"public_key\":\"x\"}");
    bodies.put("POST /api_keys/generate", "{\"name\":\"x\"}");
    bodies.put("POST /portfolio/subaccounts", "{\"exchange_index\":0}");
    bodies.put(
        "POST /portfolio/subaccounts/transfer",
        """
        {"client_transfer_id":"7b0a4c52-0d4b-4a55-9e62-6f1c2f6a1d11","from_subaccount":0,\
        "to_subaccount":0,"amount_cents":100,"exchange_index":0}\
        """);
    bodies.put(
        "POST /portfolio/intra_exchange_instance_transfer",
        """
        {"source":"event_contract","destination":"event_contract","amount":100,\
        "source_exchange_shard":0,"destination_exchange_shard":1,"source_subaccount":0,\
        "destination_subaccount":0,\
        "client_transfer_id":"7b0a4c52-0d4b-4a55-9e62-6f1c2f6a1d11"}\
        """);
  }

  @AfterEach
  void isUnharmed() throws IOException {
    attacked.isUnharmed();
    attacked.stillTrades();
    attacked.close();
  }

  private RawHttp.Reply send(String operation, byte[] body) throws IOException {
    String[] words = operation.split(" ", -1);
    String path = attacked.filled(new Routes.Name(words[0], words[1], true));
    return attacked.signed(attacked.ann, words[0], path, body);
  }

  private void isRefused(String operation, String body) throws IOException {
    RawHttp.Reply reply = send(operation, body.getBytes(StandardCharsets.UTF_8));
    if (operation.endsWith("/batched") && reply.status() < 300) {
      assertThat(reply.json().get("orders")).as(body).allMatch(item -> item.has("error"));
    } else {
      assertThat(reply.status()).as(operation + ' ' + body).isBetween(400, 499);
      reply.isRefusal();
    }
  }

  @Test
  void noOperationThatTakesABodyIsForgottenHere() {
    List<String> operations = new ArrayList<>();
    for (Routes.Name operation : ExchangeUnderAttack.operations()) {
      boolean old =
          operation.path().startsWith("/portfolio/orders")
              || operation.path().endsWith("/upgrade"); // takes none
      if (List.of("POST", "PUT").contains(operation.method()) && !old) {
        operations.add(operation.method() + ' ' + operation.path());
      }
    }
    assertThat(bodies.keySet()).containsAll(operations);
  }

  @Test
  void fieldsOfAWrongTypeAreRefused() throws IOException {
    for (Map.Entry<String, String> entry : bodies.entrySet()) {
      for (String changed : withWrongTypes((ObjectNode) JSON.readTree(entry.getValue()))) {
        isRefused(entry.getKey(), changed);
      }
    }
  }

  private static List<String> withWrongTypes(ObjectNode right) {
    List<String> changed = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : right.properties()) {
      JsonNode value = field.getValue();
      if (value instanceof ArrayNode list) {
        for (String inner : withWrongTypes((ObjectNode) list.get(0))) {
          changed.add("{\"" + field.getKey() + "\":[" + inner + "]}");
        }
      }
      for (String wrong : wrong(value)) {
        ObjectNode copy = right.deepCopy();
        copy.set(field.getKey(), JSON.getNodeFactory().rawValueNode(raw(wrong)));
        changed.add(JSON.writeValueAsString(copy));
      }
    }
    return changed;
  }

  private static RawValue raw(String json) {
    return new RawValue(json);
  }

  private static List<String> wrong(JsonNode value) {
    if (value.isString()) {
      return WRONG_STRINGS;
    }
    if (value.isBoolean()) {
      return WRONG_FLAGS;
    }
    return value.isNumber() ? WRONG_NUMBERS : List.of("0", "\"\"", "{}", "[1]", "[[]]", "[null]");
  }

  @Test
  void numbersOutOfRangeAreRefused() throws IOException {
    String order = bodies.getOrDefault("POST " + ExchangeUnderAttack.ORDERS, "");
    List<String> numbers =
        List.of("-1", "1e5", "NaN", "Infinity", "0x10", "+1", " 1", "1,0", "٣", "1.", ".", "--1");
    List<String> huge =
        List.of("9".repeat(30), "1e999999999", "9".repeat(100_000), "0." + "1".repeat(100_000));
    for (String field : List.of("price", "count")) {
      for (List<String> texts : List.of(numbers, huge)) {
        for (String text : texts) {
          ObjectNode copy = (ObjectNode) JSON.readTree(order);
          isRefused(
              "POST " + ExchangeUnderAttack.ORDERS, JSON.writeValueAsString(copy.put(field, text)));
        }
      }
    }
    for (String price : List.of("0", "1", "1.0001", "0.00001", "0.4050")) {
      isRefused("POST " + ExchangeUnderAttack.ORDERS, ExchangeUnderAttack.order("bid", price, "1"));
    }
    for (String count : List.of("0", "0.001", "92233720368547758.07")) {
      isRefused(
          "POST " + ExchangeUnderAttack.ORDERS, ExchangeUnderAttack.order("bid", "0.40", count));
    }
  }

  @Test
  void bodiesThatAreNoJsonAreRefused() throws IOException {
    List<byte[]> bad = new ArrayList<>();
    for (String text :
        List.of(
            "",
            " ",
            "null",
            "true",
            "1",
            "\"text\"",
            "[]",
            "[{}]",
            "{",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1",
            "{a:1}",
            "{'a':1}",
            "{\"a\":1,}",
            "{\"a\":NaN}",
            "{\"a\":01}",
            "{}}",
            "{} {}",
            "{}x",
            "<order/>",
            "a=b",
            "{\"a\":\"\\ud800\"",
            "\u0000",
            "/* */{}x")) {
      bad.add(text.getBytes(StandardCharsets.UTF_8));
    }
    bad.add(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'});
    bad.add(new byte[] {'{', '"', (byte) 0xc3, '(', '"', ':', '1', '}'});
    bad.add(new byte[] {(byte) 0xc0, (byte) 0xaf});
    bad.add("{\"a\":1}".getBytes(StandardCharsets.UTF_16));
    bad.add(nested("{\"a\":", "}"));
    bad.add(nested("[", "]"));
    bad.add(("{\"a\":" + "9".repeat(100_000) + "}").getBytes(StandardCharsets.UTF_8));
    for (String operation : bodies.keySet()) {
      for (byte[] body : bad) {
        RawHttp.Reply reply = send(operation, body);
        assertThat(reply.status())
            .as(
                operation
                    + ' '
                    + new String(body, 0, Math.min(body.length, 20), StandardCharsets.UTF_8))
            .isBetween(400, 499);
        reply.isRefusal();
      }
    }
  }

  private static byte[] nested(String open, String close) {
    String text = open.repeat(100_000) + 1 + close.repeat(100_000);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void truncatedBodiesAreRefusedWhereverTheyEnd() throws IOException {
    for (Map.Entry<String, String> entry : bodies.entrySet()) {
      byte[] body = entry.getValue().getBytes(StandardCharsets.UTF_8);
      for (int length = 0; length < body.length; length += 7) {
        send(entry.getKey(), Arrays.copyOf(body, length)).isRefusal();
      }
    }
  }

  @Test
  void aMissingFieldThatIsNeededIsRefused() throws IOException {
    Map<String, List<String>> needed = new TreeMap<>();
    needed.put(
        "POST " + ExchangeUnderAttack.ORDERS,
        List.of("ticker", "side", "price", "count", "time_in_force", "self_trade_prevention_type"));
    needed.put(
        "POST " + ExchangeUnderAttack.ORDERS + "/{order_id}/amend",
        List.of("ticker", "side", "price", "count"));
    needed.put("POST " + ExchangeUnderAttack.ORDERS + "/{order_id}/decrease", List.of("reduce_by"));
    needed.put(
        "POST /portfolio/subaccounts/transfer",
        List.of("client_transfer_id", "from_subaccount", "to_subaccount", "amount_cents"));
    needed.put(
        "POST /portfolio/intra_exchange_instance_transfer",
        List.of("source", "destination", "amount"));
    for (Map.Entry<String, List<String>> entry : needed.entrySet()) {
      for (String field : entry.getValue()) {
        ObjectNode body =
            (ObjectNode) JSON.readTree(bodies.getOrDefault(entry.getKey(), "no such operation"));
        isRefused(entry.getKey(), JSON.writeValueAsString(body.deepCopy().without(field)));
        isRefused(entry.getKey(), JSON.writeValueAsString(body.deepCopy().putNull(field)));
        isRefused(entry.getKey(), JSON.writeValueAsString(body.deepCopy().put(field, "")));
      }
    }
  }

  @Test
  void ofAFieldThatIsThereTwiceTheLastCounts() throws IOException {
    String right = ExchangeUnderAttack.order("bid", "0.2000", "1.00");
    for (String last : List.of("\"price\":\"7\"", "\"side\":\"yes\"", "\"count\":\"0\"")) {
      isRefused("POST " + ExchangeUnderAttack.ORDERS, right.replace("}", ',' + last + '}'));
    }
  }

  @Test
  void wordsThatAreNotKnownAreRefused() throws IOException {
    String right = ExchangeUnderAttack.order("bid", "0.2000", "1.00");
    for (String word : List.of("bid", "good_till_canceled", "taker_at_cross")) {
      for (String other : List.of(word.toUpperCase(Locale.ROOT), word + ' ', "yes", "?")) {
        isRefused("POST " + ExchangeUnderAttack.ORDERS, right.replace(word, other));
      }
    }
  }
}
