package io.github.kalshi4j.benchmarks;

import io.github.kalshi4j.client.internal.json.UnknownCounter;
import io.github.kalshi4j.client.internal.json.WireJson;
import io.github.kalshi4j.client.market.Market;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it costs to read a page of 200 markets into records with exact values, beside the same page
 * read into a tree of strings.
 *
 * <p>Run: {@code ./mvnw -Pbenchmarks -pl kalshi-benchmarks -am -DskipTests test-compile exec:exec
 * -Djmh.arguments=MarketPage}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MarketPageBenchmark {
  /** One page, as it comes. */
  public record Body(List<Market> markets, String cursor) {}

  private static final String MARKET =
      """
      {"ticker":"KXBTC15M-26NOV271430-%d","event_ticker":"KXBTC15M-26NOV271430",\
      "market_type":"binary","title":"","subtitle":"","yes_sub_title":"Target price: $91,240.55",\
      "no_sub_title":"Target price: $91,240.55","created_time":"2026-11-20T14:15:00.123456Z",\
      "updated_time":"2026-11-27T14:15:00.5Z","open_time":"2026-11-27T14:15:00Z",\
      "close_time":"2026-11-27T14:30:00Z","expected_expiration_time":"2026-11-27T14:35:00Z",\
      "expiration_time":"2026-12-04T14:30:00Z","latest_expiration_time":"2026-12-04T14:30:00Z",\
      "settlement_timer_seconds":60,"status":"active","yes_bid_dollars":"0.4100",\
      "yes_bid_size_fp":"120.00","yes_ask_dollars":"0.4300","yes_ask_size_fp":"77.50",\
      "no_bid_dollars":"0.5700","no_ask_dollars":"0.5900","last_price_dollars":"0.4200",\
      "volume_fp":"15120.25","volume_24h_fp":"15120.25","result":"","can_close_early":true,\
      "open_interest_fp":"8012.00","notional_value_dollars":"1.0000",\
      "previous_yes_bid_dollars":"0.0000","previous_yes_ask_dollars":"1.0000",\
      "previous_price_dollars":"0.0000","settlement_bounds_type":"default","expiration_value":"",\
      "strike_type":"greater_or_equal","floor_strike":91240.55,\
      "rules_primary":"If the average of the last minute is at least the target, YES pays.",\
      "rules_secondary":"","price_level_structure":"tapered_deci_cent","price_ranges":[\
      {"start":"0.0000","end":"0.1000","step":"0.0010"},\
      {"start":"0.1000","end":"0.9000","step":"0.0100"},\
      {"start":"0.9000","end":"1.0000","step":"0.0010"}],"exchange_index":2}\
      """;

  private final byte[] page =
      IntStream.range(0, 200)
          .mapToObj(MARKET::formatted)
          .collect(Collectors.joining(",", "{\"cursor\":\"Y3Vyc29y\",\"markets\":[", "]}"))
          .getBytes(StandardCharsets.UTF_8);
  private final WireJson json = new WireJson(new UnknownCounter(field -> {}));
  private final JsonMapper tree = new JsonMapper();

  @Benchmark
  public Body records() {
    return json.read(page, Body.class);
  }

  /** The yardstick: no exact values, no checks. */
  @Benchmark
  public JsonNode treeOfStrings() {
    return tree.readTree(page);
  }
}
