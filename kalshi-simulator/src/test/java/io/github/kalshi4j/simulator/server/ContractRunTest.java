package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.testing.SharedFolder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.internal.rest.Routes;
import io.github.kalshi4j.simulator.market.Outcome;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uses all there is, so that all of it is held against the specification. */
class ContractRunTest extends ServerTest {
  private static final String ORDERS = "/portfolio/events/orders";
  private static final String GROUPS = "/portfolio/order_groups";
  private static final String TRANSFER = "/portfolio/intra_exchange_instance_transfer";

  /** What is only there to say that it is gone. */
  private static final Set<String> GONE =
      Set.of(
          "POST /portfolio/orders",
          "POST /portfolio/orders/batched",
          "DELETE /portfolio/orders/batched",
          "DELETE /portfolio/orders/{}",
          "POST /portfolio/orders/{}/amend",
          "POST /portfolio/orders/{}/decrease");

  /** What always answers 404, since nothing is ever moved to the archive. */
  private static final Set<String> ARCHIVED =
      Set.of("GET /historical/markets/{}", "GET /historical/markets/{}/candlesticks");

  /** All that can succeed. */
  private Set<String> operations() {
    return exchange.operations().stream()
        .map(Routes.Name::toString)
        .map(ContractRunTest::bare)
        .filter(name -> !GONE.contains(name) && !ARCHIVED.contains(name))
        .collect(Collectors.toSet());
  }

  /** The specification's names of what is in a path need not be ours. */
  private static String bare(String operation) {
    return operation.replaceAll("\\{[^}]*}", "{}");
  }

  /** Asks for something, and returns the answer, which must be of that status. */
  private JsonNode ask(int status, String method, String path, String body) throws Exception {
    HttpResponse<String> answer = signed(method, path, body.replace('\'', '"'));
    assertThat(answer.statusCode()).as("%s %s: %s", method, path, answer.body()).isEqualTo(status);
    return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
  }

  private JsonNode get(String path) throws Exception {
    return ask(200, "GET", path, "");
  }

  private String order(String side, String price, String count, String more) {
    return "{'ticker':'%s','side':'%s','price':'%s','count':'%s'%s}"
        .formatted(
            MARKET,
            side,
            price,
            count,
            ",'time_in_force':'good_till_canceled',"
                + "'self_trade_prevention_type':'taker_at_cross'"
                + more);
  }

  private String place(String side, String price, String count, String more) throws Exception {
    return ask(201, "POST", ORDERS, order(side, price, count, more)).get("order_id").asString();
  }

  @Test
  void everyOperationAnswersAsTheSpecificationSays() throws Exception {
    SharedFolder.file("kalshi-api/openapi.yaml");
    everythingOfAnExchangeAtRest();
    String group = groups();
    orders(group);
    trades();
    candles();
    money();
    keys();
    ask(201, "POST", "/account/api_usage_level/upgrade", "{}");
    get("/account/limits");
    historyAndWhatIsGone();
    done(new Command.ChangeGrid(MARKET, PriceLevelStructure.TAPERED_DECI_CENT.grid()));
    done(new Command.RaiseFloor(MARKET, Price.of("0.10")));
    get("/markets/" + MARKET);
    time.advance(Duration.ofMinutes(15));
    get("/markets/" + MARKET);
    done(new Command.Determine(MARKET, Outcome.scalar(Price.of("0.25"))));
    get("/markets");
    get("/portfolio/settlements");
    get("/portfolio/positions?settlement_status=all");
    checks.verify();
    assertThat(checks.used())
        .map(ContractRunTest::bare)
        .containsExactlyInAnyOrderElementsOf(operations());
  }

  private void everythingOfAnExchangeAtRest() throws Exception {
    get("/exchange/status");
    get("/exchange/user_data_timestamp");
    get("/exchange/schedule");
    get("/account/limits");
    get("/account/api_usage_level/volume_progress");
    get("/incentive_programs");
    get("/multivariate_event_collections");
    get("/search/filters_by_sport");
    get("/search/tags_by_categories");
    get("/portfolio/target_balance_allocation");
    get("/account/endpoint_costs");
    get("/markets");
    get("/markets/" + MARKET);
    get("/markets/" + MARKET + "/orderbook");
    get("/markets/orderbooks?tickers=" + MARKET);
    get("/markets/trades");
    get("/events?with_nested_markets=true&with_milestones=true");
    get("/events/multivariate");
    get("/events/" + EVENT);
    get("/events/" + EVENT + "?with_nested_markets=true");
    get("/events/" + EVENT + "/metadata");
    get("/events/fee_changes");
    get("/series?include_volume=true");
    get("/series/fee_changes");
    get("/series/KXHIGHNY");
    get("/portfolio/balance");
    get("/portfolio/positions");
    get("/portfolio/fills");
    get("/portfolio/settlements");
  }

  private String groups() throws Exception {
    String group =
        ask(201, "POST", GROUPS + "/create", "{'contracts_limit_fp':'50.00'}")
            .get("order_group_id")
            .asString();
    ask(200, "PUT", GROUPS + '/' + group + "/limit", "{'contracts_limit_fp':'60.00'}");
    ask(200, "PUT", GROUPS + '/' + group + "/trigger", "{}");
    ask(200, "PUT", GROUPS + '/' + group + "/reset", "{}");
    get(GROUPS);
    return group;
  }

  private void orders(String group) throws Exception {
    long expiration = OPEN.plusSeconds(600).getEpochSecond();
    place("bid", "0.2000", "5.00", ",'order_group_id':'" + group + "'");
    place("bid", "0.2100", "5.00", ",'client_order_id':'c','expiration_time':" + expiration);
    get(GROUPS + '/' + group);
    get("/portfolio/orders");
    String id = place("bid", "0.3000", "5.00", "");
    get("/portfolio/orders/" + id);
    get("/portfolio/orders/" + id + "/queue_position");
    get("/portfolio/orders/queue_positions?market_tickers=" + MARKET);
    get("/portfolio/summary/total_resting_order_value");
    String one = ORDERS + '/' + id;
    ask(200, "POST", one + "/amend", order("bid", "0.3000", "4.00", ""));
    ask(200, "POST", one + "/amend", order("bid", "0.3000", "4.00", ""));
    ask(200, "POST", one + "/decrease", "{'reduce_to':'1.00'}");
    ask(200, "DELETE", one, "");
    ask(404, "DELETE", one, "");
    String batch = order("bid", "0.30", "1", "") + ',' + order("bid", "0.30", "9000000", "");
    JsonNode placed = ask(201, "POST", ORDERS + "/batched", "{'orders':[" + batch + "]}");
    String first = placed.get("orders").get(0).get("order_id").asString();
    String both = "{'order_id':'" + first + "'},{'order_id':'" + UUID.randomUUID() + "'}";
    ask(200, "DELETE", ORDERS + "/batched", "{'orders':[" + both + "]}");
    ask(200, "DELETE", GROUPS + '/' + group, "");
    ask(400, "POST", ORDERS, "{");
    ask(400, "GET", "/markets?limit=x", "");
  }

  private void trades() throws Exception {
    place("ask", "0.6000", "3.00", "");
    String own = order("bid", "0.6000", "1.00", "");
    ask(201, "POST", ORDERS, own); // kept from trading with herself
    ask(204, "DELETE", ORDERS, "");
    bob.orders()
        .place(
            LimitOrder.goodTillCanceled(
                MARKET, BookSide.ASK, Price.of("0.55"), Quantity.ofContracts(3)));
    place("bid", "0.5600", "2.00", "");
    get("/markets/" + MARKET);
    get("/markets/trades?ticker=" + MARKET);
    get("/markets/" + MARKET + "/orderbook");
    get("/portfolio/fills");
    get("/portfolio/positions");
    get("/portfolio/balance");
    get("/portfolio/orders?status=executed");
  }

  private void candles() throws Exception {
    String span =
        "start_ts=%d&end_ts=%d&period_interval=1"
            .formatted(
                OPEN.minusSeconds(60).getEpochSecond(), OPEN.plusSeconds(60).getEpochSecond());
    get("/series/KXHIGHNY/markets/" + MARKET + "/candlesticks?" + span);
    get("/series/KXHIGHNY/events/" + EVENT + "/candlesticks?" + span);
    get("/markets/candlesticks?market_tickers=" + MARKET + '&' + span);
  }

  private void keys() throws Exception {
    JsonNode made =
        ask(201, "POST", "/api_keys/generate", "{'name':'second','key_type':'ed25519'}");
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String pem =
        "-----BEGIN PUBLIC KEY-----\\n"
            + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())
            + "\\n-----END PUBLIC KEY-----\\n";
    ask(201, "POST", "/api_keys", "{'name':'k','public_key':'" + pem + "','scopes':['read']}");
    get("/api_keys");
    ask(204, "DELETE", "/api_keys/" + made.get("api_key_id").asString(), "");
  }

  private void money() throws Exception {
    ask(201, "POST", "/portfolio/subaccounts", "{}");
    get("/portfolio/subaccounts/balances");
    ask(
        200,
        "POST",
        "/portfolio/subaccounts/transfer",
        "{'client_transfer_id':'%s','from_subaccount':0,'to_subaccount':1,'amount_cents':100}"
            .formatted(new UUID(1, 2)));
    get("/portfolio/subaccounts/transfers");
    String moved =
        ask(
                200,
                "POST",
                TRANSFER,
                "{'source':'event_contract','destination':'event_contract','amount':10000,"
                    + "'source_exchange_shard':0,'destination_exchange_shard':2}")
            .get("transfer_id")
            .asString();
    get(TRANSFER + 's');
    get(TRANSFER + "s/" + moved);
  }

  private void historyAndWhatIsGone() throws Exception {
    for (String path : List.of("cutoff", "trades", "markets", "orders", "fills", "positions")) {
      get("/historical/" + path);
    }
    for (String gone : GONE) {
      String[] parts = gone.replace("{}", "a").split(" ");
      ask(410, parts[0], parts[1], parts[0].equals("POST") ? "{}" : "");
    }
  }
}
