package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.simulator.internal.rest.Routes;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import tools.jackson.databind.json.JsonMapper;

/** Random input to every operation: an answer as documented, and no effect. */
class BadInputLaws {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What may do something without a body that says what. */
  private static final List<String> WITHOUT_BODY =
      List.of(
          "POST /portfolio/subaccounts",
          "POST /account/api_usage_level/upgrade",
          "DELETE " + ExchangeUnderAttack.ORDERS);

  private static final List<String> FIELDS =
      List.of(
          "ticker",
          "side",
          "price",
          "count",
          "time_in_force",
          "self_trade_prevention_type",
          "client_order_id",
          "post_only",
          "reduce_only",
          "expiration_time",
          "order_group_id",
          "subaccount",
          "exchange_index",
          "orders",
          "order_id",
          "market_ticker",
          "reduce_by",
          "reduce_to",
          "contracts_limit",
          "contracts_limit_fp",
          "amount",
          "amount_cents",
          "source",
          "destination",
          "from_subaccount",
          "to_subaccount",
          "client_transfer_id");
  private static final List<String> PARAMETERS =
      List.of(
          "limit",
          "cursor",
          "ticker",
          "tickers",
          "event_ticker",
          "series_ticker",
          "status",
          "min_ts",
          "max_ts",
          "min_close_ts",
          "max_settled_ts",
          "min_created_ts",
          "mve_filter",
          "subaccount",
          "exchange_index",
          "depth",
          "order_id",
          "count_filter",
          "start_ts",
          "end_ts",
          "settlement_status",
          "market_tickers",
          "with_nested_markets",
          "is_block_trade",
          "period_interval",
          "include_latest_before_start",
          "include_volume",
          "category",
          "tags");

  private final ExchangeUnderAttack attacked = new ExchangeUnderAttack();
  private final List<Routes.Name> operations = ExchangeUnderAttack.operations();

  BadInputLaws() throws IOException {}

  @AfterProperty
  void close() throws IOException {
    attacked.stillTrades();
    attacked.close();
  }

  @Provide
  Arbitrary<Routes.Name> reads() {
    return Arbitraries.of(
        operations.stream().filter(operation -> operation.method().equals("GET")).toList());
  }

  @Provide
  Arbitrary<Routes.Name> writes() {
    return Arbitraries.of(
        operations.stream()
            .filter(operation -> !operation.method().equals("GET"))
            .filter(
                operation -> !WITHOUT_BODY.contains(operation.method() + ' ' + operation.path()))
            .toList());
  }

  /** Texts that are nothing's name, nor a number in any range. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "null",
            "NaN",
            "-1",
            "-0.01",
            "1e309",
            "0x1F",
            "9223372036854775808",
            "1,2",
            ",",
            "%",
            "'; --",
            "../..",
            "\u0000",
            "\uffff",
            "ß",
            "٣",
            "𝟛",
            "<a>",
            "{}",
            "[]",
            "\r\nX: y",
            "-9223372036854775808",
            "99999999999999999999.99",
            "0.00000000000001"),
        Arbitraries.strings().ofMinLength(1).ofMaxLength(40).map(text -> text + '!'),
        Arbitraries.of(100, 5_000).map("x"::repeat));
  }

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            texts().map(text -> text),
            Arbitraries.longs().map(number -> number),
            Arbitraries.doubles().map(number -> number),
            Arbitraries.bigIntegers().map(number -> number),
            Arbitraries.of(true, false).map(flag -> flag));
    return Arbitraries.recursive(
        () -> leaves,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(Arbitraries.of(FIELDS), inner).ofMaxSize(5).map(map -> map)),
        0,
        4);
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.oneOf(
        Arbitraries.maps(Arbitraries.of(FIELDS), values())
            .ofMinSize(1)
            .ofMaxSize(12)
            .map(JSON::writeValueAsString),
        values().map(JSON::writeValueAsString),
        Arbitraries.strings().ofMinLength(1).ofMaxLength(100));
  }

  @Provide
  Arbitrary<String> queries() {
    Arbitrary<String> parameter =
        Combinators.combine(Arbitraries.of(PARAMETERS), texts())
            .as((name, value) -> name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8));
    return parameter.list().ofMaxSize(4).map(list -> '?' + String.join("&", list));
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void readsAnswerOrRefuse(
      @ForAll("reads") Routes.Name operation,
      @ForAll("queries") String query,
      @ForAll("texts") String name,
      @ForAll boolean known)
      throws IOException {
    String path = known ? attacked.filled(operation) : unknown(operation, name);
    RawHttp.Reply reply = attacked.signed(attacked.ann, "GET", path + query, "");
    if (reply.status() != 200) {
      reply.isRefusal();
    }
    attacked.isUnharmed();
  }

  @Property(tries = 600, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void writesThatSayNonsenseAreRefused(
      @ForAll("writes") Routes.Name operation,
      @ForAll("bodies") String body,
      @ForAll("queries") String query,
      @ForAll("texts") String name,
      @ForAll boolean known)
      throws IOException {
    boolean needsBody = takesBody(operation);
    String path = known && needsBody ? attacked.filled(operation) : unknown(operation, name);
    RawHttp.Reply reply =
        attacked.signed(attacked.ann, operation.method(), path + query, needsBody ? body : "");
    if (reply.status() < 300) {
      assertThat(reply.json().get("orders")).as(body).allMatch(item -> item.has("error"));
    } else {
      reply.isRefusal();
    }
    attacked.isUnharmed();
  }

  /** Resetting and triggering a group take any object. */
  private static boolean takesBody(Routes.Name operation) {
    String path = operation.path();
    return path.endsWith("/batched")
        || !operation.method().equals("DELETE")
            && !path.endsWith("/reset")
            && !path.endsWith("/trigger");
  }

  private static String unknown(Routes.Name operation, String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return operation.path().replaceAll("\\{[a-z_]+}", encoded);
  }
}
