package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.market.ListedMarket;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StreamProtocolTest extends ServerTest {
  private static final MarketTicker OTHER = MarketTicker.of("KXHIGHNY-26JUL04-T90");

  private final RawStream stream =
      RawStream.open(exchange.streamUrl(), RawStream.headers(annsKey, time.now()));

  @AfterEach
  void disconnect() {
    stream.close();
  }

  private static String command(int id, String name, String params) {
    return "{\"id\":%d,\"cmd\":\"%s\",\"params\":{%s}}".formatted(id, name, params);
  }

  private String subscribe(int id, String params) throws InterruptedException {
    return stream.ask(command(id, "subscribe", params));
  }

  private String update(int id, String params) throws InterruptedException {
    return stream.ask(command(id, "update_subscription", params));
  }

  private static String error(int id, int code, String text) {
    return "{\"type\":\"error\",\"id\":%d,\"msg\":{\"code\":%d,\"msg\":\"%s\"}}\n"
        .formatted(id, code, text);
  }

  private static String scoped(int id, int sid, int seq, int code, String text) {
    return "{\"type\":\"error\",\"id\":%d,\"sid\":%d,\"seq\":%d,\"msg\":{\"code\":%d,\"msg\":\"%s\"}}\n"
        .formatted(id, sid, seq, code, text);
  }

  private static String ok(int id, int sid, int seq, String body) {
    return "{\"type\":\"ok\",\"id\":%d,\"sid\":%d,\"seq\":%d,\"msg\":{%s}}\n"
        .formatted(id, sid, seq, body);
  }

  private void placeBid(String price) {
    ann.orders()
        .place(
            LimitOrder.goodTillCanceled(
                MARKET, BookSide.BID, Price.of(price), Quantity.ofContracts(10)));
  }

  private void followBook() throws InterruptedException {
    subscribe(
        1, "\"channels\":[\"orderbook_delta\"],\"market_tickers\":[\"" + MARKET.value() + "\"]");
    assertThat(stream.nextJson().get("type").stringValue()).isEqualTo("orderbook_snapshot");
  }

  @Test
  void subscriptionsAreNumberedInTheOrderOfTheChannels() throws Exception {
    assertThat(subscribe(7, "\"channels\":[\"trade\",\"ticker\",\"fill\"]"))
        .isEqualTo(
            "{\"type\":\"subscribed\",\"id\":7,\"msg\":{\"channel\":\"trade\",\"sid\":1}}\n");
    assertThat(stream.next()).contains("\"channel\":\"ticker\",\"sid\":2");
    assertThat(stream.next()).contains("\"channel\":\"fill\",\"sid\":3");
    assertThat(stream.ask("{\"id\":8,\"cmd\":\"list_subscriptions\"}"))
        .isEqualTo(
            "{\"type\":\"ok\",\"id\":8,\"msg\":[{\"channel\":\"trade\",\"sid\":1},"
                + "{\"channel\":\"ticker\",\"sid\":2},{\"channel\":\"fill\",\"sid\":3}]}\n");
  }

  @Test
  void theIdZeroCountsAsNone() throws Exception {
    assertThat(subscribe(0, "\"channels\":[\"fill\"]"))
        .isEqualTo("{\"type\":\"subscribed\",\"msg\":{\"channel\":\"fill\",\"sid\":1}}\n");
    assertThat(stream.ask("{\"cmd\":\"list_subscriptions\"}"))
        .isEqualTo("{\"type\":\"ok\",\"msg\":[{\"channel\":\"fill\",\"sid\":1}]}\n");
  }

  @Test
  void subscribingAgainAddsMarketsToTheOldNumber() throws Exception {
    done(new Command.ListMarket(ListedMarket.of(OTHER, EVENT, OPEN, CLOSE)));
    followBook();
    placeBid("0.4000");
    assertThat(stream.nextJson().get("seq").intValue()).isEqualTo(2);
    String both = "\"" + OTHER.value() + "\",\"" + MARKET.value() + "\"";
    assertThat(subscribe(2, "\"channels\":[\"orderbook_delta\"],\"market_tickers\":[" + both + "]"))
        .isEqualTo(
            ok(
                2,
                1,
                3,
                "\"market_tickers\":[\"" + MARKET.value() + "\",\"" + OTHER.value() + "\"]"));
    JsonNode snapshot = stream.nextJson();
    assertThat(snapshot.get("type").stringValue()).isEqualTo("orderbook_snapshot");
    assertThat(snapshot.get("seq").intValue()).isEqualTo(4);
    assertThat(snapshot.get("msg").get("market_ticker").stringValue()).isEqualTo(OTHER.value());
    placeBid("0.3000");
    assertThat(stream.nextJson().get("seq").intValue()).isEqualTo(5); // and no second snapshot
  }

  @Test
  void unknownChannelsAreNamedAfterTheGoodOnes() throws Exception {
    assertThat(subscribe(1, "\"channels\":[\"ticker_v2\",\"trade\",\"multivariate\",\"fill\"]"))
        .contains("\"channel\":\"trade\",\"sid\":1");
    assertThat(stream.next()).contains("\"channel\":\"fill\",\"sid\":2");
    assertThat(stream.next()).isEqualTo(error(1, 8, "Unknown channel name"));
    assertThat(stream.next()).isEqualTo(error(1, 8, "Unknown channel name"));
  }

  @Test
  void anUnknownMarketHasAnEmptyBook() throws Exception {
    subscribe(1, "\"channels\":[\"orderbook_delta\"],\"market_ticker\":\"" + OTHER.value() + "\"");
    JsonNode body = stream.nextJson().get("msg");
    assertThat(body.propertyNames()).containsExactlyInAnyOrder("market_ticker", "market_id");
  }

  @Test
  void marketsComeAndGo() throws Exception {
    followBook();
    String other = ",\"market_tickers\":[\"" + OTHER.value() + "\"]";
    assertThat(update(2, "\"sid\":1,\"action\":\"add_markets\"" + other))
        .contains("\"seq\":2")
        .contains(MARKET.value())
        .contains(OTHER.value());
    assertThat(stream.nextJson().get("seq").intValue()).isEqualTo(3);
    assertThat(update(3, "\"sids\":[1],\"action\":\"delete_markets\"" + other))
        .isEqualTo(ok(3, 1, 4, "\"market_tickers\":[\"" + MARKET.value() + "\"]"));
    assertThat(
            update(
                4,
                "\"sid\":1,\"action\":\"delete_markets\",\"market_ticker\":\""
                    + MARKET.value()
                    + "\""))
        .isEqualTo(ok(4, 1, 5, "\"market_tickers\":[]"));
    placeBid("0.4000"); // not for the stream any more
    assertThat(stream.ask(command(5, "unsubscribe", "\"sids\":[1,2]")))
        .isEqualTo("{\"type\":\"unsubscribed\",\"id\":5,\"sid\":1,\"seq\":6}\n");
    assertThat(stream.next()).isEqualTo(error(5, 7, "Unknown subscription ID"));
    assertThat(subscribe(6, "\"channels\":[\"trade\"]")).contains("\"sid\":2");
  }

  @Test
  void aSnapshotIsSentWhenAskedFor() throws Exception {
    placeBid("0.4000");
    followBook();
    JsonNode snapshot =
        RawStream.JSON.readTree(
            update(
                9,
                "\"sid\":1,\"action\":\"get_snapshot\",\"market_tickers\":[\""
                    + MARKET.value()
                    + "\"]"));
    assertThat(snapshot.get("type").stringValue()).isEqualTo("orderbook_snapshot");
    assertThat(snapshot.get("id").intValue()).isEqualTo(9);
    assertThat(snapshot.get("seq").intValue()).isEqualTo(2);
    assertThat(snapshot.get("msg").get("yes_dollars_fp").toString())
        .isEqualTo("[[\"0.4000\",\"10.00\"]]");
  }

  @Test
  void listsOfMarketsAreLeftOutOnRequest() throws Exception {
    subscribe(
        1,
        "\"channels\":[\"trade\"],\"skip_ticker_ack\":true,\"market_ticker\":\""
            + MARKET.value()
            + "\"");
    assertThat(
            update(
                2,
                "\"sid\":1,\"action\":\"add_markets\",\"market_ticker\":\"" + OTHER.value() + "\""))
        .isEqualTo(ok(2, 1, 1, ""));
  }

  @Test
  void tickersCanBeChosenByTheIdOfTheMarket() throws Exception {
    placeBid("0.4000");
    subscribe(1, "\"channels\":[\"orderbook_delta\"],\"market_ticker\":\"" + MARKET.value() + "\"");
    String id = stream.nextJson().get("msg").get("market_id").stringValue();
    subscribe(
        2,
        "\"channels\":[\"ticker\"],\"send_initial_snapshot\":true,\"market_ids\":[\"" + id + "\"]");
    JsonNode ticker = stream.nextJson();
    assertThat(ticker.get("type").stringValue()).isEqualTo("ticker");
    assertThat(ticker.has("seq")).isFalse();
    assertThat(ticker.get("msg").get("yes_bid_dollars").stringValue()).isEqualTo("0.4000");
    assertThat(update(3, "\"sid\":2,\"action\":\"delete_markets\",\"market_id\":\"" + id + "\""))
        .isEqualTo(ok(3, 2, 1, "\"market_tickers\":[]"));
  }

  @Test
  void indicesAreChosenByName() throws Exception {
    assertThat(subscribe(1, "\"channels\":[\"cfbenchmarks_value\"]")).contains("\"sid\":1");
    assertThat(
            update(2, "\"sid\":1,\"action\":\"subscribe_indices\",\"index_ids\":[\"BRTI\",\"A\"]"))
        .isEqualTo(ok(2, 1, 1, "\"index_ids\":[\"A\",\"BRTI\"]"));
    assertThat(update(3, "\"sid\":1,\"action\":\"unsubscribe_indices\",\"index_ids\":[\"A\"]"))
        .isEqualTo(ok(3, 1, 2, "\"index_ids\":[\"BRTI\"]"));
    assertThat(update(4, "\"sid\":1,\"action\":\"subscribe_indices\",\"index_ids\":[\"all\"]"))
        .isEqualTo(ok(4, 1, 3, "\"index_ids\":[\"all\"]"));
    assertThat(update(5, "\"sid\":1,\"action\":\"indexlist\""))
        .isEqualTo(
            "{\"type\":\"cfbenchmarks_value_indexlist\",\"id\":5,\"sid\":1,\"seq\":4,"
                + "\"msg\":{\"index_ids\":[]}}\n");
    assertThat(update(6, "\"sid\":1,\"action\":\"subscribe_indices\""))
        .isEqualTo(scoped(6, 1, 5, 24, "Index IDs required"));
  }

  @Test
  void underlyingsAreChosenByName() throws Exception {
    subscribe(1, "\"channels\":[\"pyth_value\"],\"underlying_tickers\":[\"all\"]");
    assertThat(
            update(
                2,
                "\"sid\":1,\"action\":\"unsubscribe_underlyings\",\"underlying_tickers\":[\"all\"]"))
        .isEqualTo(ok(2, 1, 1, "\"underlying_tickers\":[]"));
    assertThat(update(3, "\"sid\":1,\"action\":\"underlying_list\""))
        .isEqualTo(
            "{\"type\":\"pyth_value_underlying_list\",\"id\":3,\"sid\":1,\"seq\":2,"
                + "\"msg\":{\"underlying_tickers\":[]}}\n");
    assertThat(update(4, "\"sid\":1,\"action\":\"subscribe_underlyings\""))
        .isEqualTo(scoped(4, 1, 3, 28, "Underlying tickers required"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "7",
        "null",
        "{\"id\":1",
        "{\"id\":1}{\"id\":2}",
        "{\"cmd\":\"x\"]"
      })
  void whatIsNoObjectIsNotProcessed(String text) throws Exception {
    assertThat(stream.ask(text))
        .isEqualTo(
            "{\"type\":\"error\",\"msg\":{\"code\":1,\"msg\":\"Unable to process message\"}}\n");
  }

  @Test
  void deepAndBinaryMessagesDoNoHarm() throws Exception {
    String expected =
        "{\"type\":\"error\",\"msg\":{\"code\":1,\"msg\":\"Unable to process message\"}}\n";
    assertThat(stream.ask("{\"a\":".repeat(50_000))).isEqualTo(expected);
    stream.sendBinary(HexFormat.of().parseHex("7b7d"));
    assertThat(stream.next()).isEqualTo(expected);
    assertThat(stream.ask("{\"id\":1,\"cmd\":\"list_subscriptions\"}"))
        .isEqualTo("{\"type\":\"ok\",\"id\":1,\"msg\":[]}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "{'id':3,'cmd':'subscribe'};                                      2; Params required",
        "{'id':3,'cmd':'subscribe','params':null};                        2; Params required",
        "{'id':3,'cmd':'subscribe','params':7};                           11; Invalid parameter",
        "{'id':3,'cmd':'subscribe','params':{}};                          3; Channels required",
        "{'id':3,'cmd':'subscribe','params':{'channels':[]}};             3; Channels required",
        "{'id':3,'cmd':'subscribe','params':{'channels':'trade'}};        11; Invalid parameter",
        "{'id':3,'cmd':'subscribe','params':{'channels':[1]}};            11; Invalid parameter",
        "{'id':3,'cmd':'subscribe','params':{'channels':['orderbook_delta']}};"
            + " 14; Market Ticker required",
        "{'id':3,'cmd':'subscribe','params':{'channels':['trade'],'market_ticker':'A',"
            + "'market_tickers':['B']}}; 11; Invalid parameter",
        "{'id':3,'cmd':'subscribe','params':{'channels':['ticker'],'market_ids':['x']}};"
            + " 11; Invalid parameter",
        "{'id':3,'cmd':'subscribe','params':{'channels':['trade'],'skip_ticker_ack':1}};"
            + " 11; Invalid parameter",
        "{'id':3,'cmd':'subscribe','params':{'channels':['communications'],'shard_factor':0}};"
            + " 19; shard_factor must be > 0",
        "{'id':3,'cmd':'subscribe','params':{'channels':['communications'],'shard_key':0}};"
            + " 20; shard_factor is required when shard_key is set",
        "{'id':3,'cmd':'subscribe','params':{'channels':['communications'],'shard_factor':2,"
            + "'shard_key':2}}; 21; shard_key must be >= 0 and < shard_factor",
        "{'id':3,'cmd':'subscribe','params':{'channels':['communications'],'shard_factor':101}};"
            + " 22; shard_factor must be <= 100",
        "{'id':3,'cmd':'subscribe','params':{'channels':['communications'],'user_filter':'me'}};"
            + " 11; Invalid parameter",
        "{'id':3,'cmd':'unsubscribe','params':{}};                        4; Subscription IDs required",
        "{'id':3,'cmd':'unsubscribe','params':{'sids':[]}};               4; Subscription IDs required",
        "{'id':3,'cmd':'unsubscribe','params':{'sids':[9]}};              7; Unknown subscription ID",
        "{'id':3,'cmd':'update_subscription','params':{}};"
            + " 12; Exactly one subscription ID is required",
        "{'id':3,'cmd':'update_subscription','params':{'sids':[1,2]}};"
            + " 12; Exactly one subscription ID is required",
        "{'id':3,'cmd':'update_subscription','params':{'sid':1,'sids':[1]}};"
            + " 12; Exactly one subscription ID is required",
        "{'id':3,'cmd':'update_subscription','params':{'sid':9}};         7; Unknown subscription ID",
        "{'id':3,'cmd':'update_subscription','params':{'sid':1e99}};      11; Invalid parameter",
        "{'id':3,'cmd':'dance','params':{}};                              5; Unknown command",
        "{'id':3};                                                        5; Unknown command"
      })
  void whatIsWrongWithACommandIsSaid(String command, int code, String text) throws Exception {
    assertThat(stream.ask(command.replace('\'', '"'))).isEqualTo(error(3, code, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "\"a\"", "99999999999999999999", "{}"})
  void anIdMustBeANumber(String id) throws Exception {
    assertThat(stream.ask("{\"id\":" + id + ",\"cmd\":\"list_subscriptions\"}"))
        .isEqualTo("{\"type\":\"error\",\"msg\":{\"code\":11,\"msg\":\"Invalid parameter\"}}\n");
  }

  @Test
  void errorsOfASequencedSubscriptionUseUpItsNumbers() throws Exception {
    subscribe(1, "\"channels\":[\"trade\",\"ticker\"]");
    stream.next();
    assertThat(update(2, "\"sid\":1,\"action\":\"get_snapshot\",\"market_ticker\":\"A\""))
        .isEqualTo(scoped(2, 1, 1, 13, "Unsupported action"));
    assertThat(update(3, "\"sid\":1")).isEqualTo(scoped(3, 1, 2, 15, "Action required"));
    assertThat(update(4, "\"sid\":1,\"action\":\"add_markets\""))
        .isEqualTo(scoped(4, 1, 3, 14, "Market Ticker required"));
    assertThat(update(5, "\"sid\":2,\"action\":\"dance\""))
        .isEqualTo(
            "{\"type\":\"error\",\"id\":5,\"sid\":2,"
                + "\"msg\":{\"code\":13,\"msg\":\"Unsupported action\"}}\n");
  }
}
