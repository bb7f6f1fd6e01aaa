package io.github.kalshi4j.simulator.internal.stream;

import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.ANN;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.BOB;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.MARKET;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.oneLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.OrderTarget;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeNewsTest {
  private final TestNewsroom news = new TestNewsroom();

  private PlacedOrder asked() {
    PlacedOrder order = news.place(ANN, BookSide.ASK, "0.4800", "3", "a");
    news.messages.clear();
    return order;
  }

  @Test
  void tellsOfAMatchInOneOrder() {
    asked();
    news.place(BOB, BookSide.BID, "0.5000", "1", "b");
    assertThat(news.messages)
        .extracting(message -> message.type() + ' ' + message.only())
        .containsExactly(
            "orderbook_delta null",
            "trade null",
            "fill ann/0@0",
            "fill bob/0@0",
            "user_order ann/0@0",
            "market_position ann/0@0",
            "market_position bob/0@0",
            "user_order bob/0@0");
    assertThat(news.messages).allMatch(message -> MARKET.value().equals(message.topic()));
  }

  @Test
  void tellsOfATrade() {
    asked();
    news.place(BOB, BookSide.BID, "0.5000", "1", "b");
    assertThat(news.said(Channel.TRADE))
        .containsExactly(
            oneLine(
                """
                {"trade_id":"%s","market_ticker":"KXHIGHNY-26JUL04-T85",
                "yes_price_dollars":"0.4800","no_price_dollars":"0.5200","count_fp":"1.00",
                "taker_side":"yes","taker_outcome_side":"yes","taker_book_side":"bid",
                "is_block_trade":false,"ts":1783173601,"ts_ms":1783173601000}\
                """
                    .formatted(tradeId())));
  }

  private String tradeId() {
    return news.trades.getLast().value();
  }

  @Test
  void tellsEachPartyOfItsFill() {
    PlacedOrder made = asked();
    PlacedOrder took = news.place(BOB, BookSide.BID, "0.5000", "1", "b");
    assertThat(news.said(Channel.FILL))
        .containsExactly(
            oneLine(
                """
                {"trade_id":"%s","order_id":"%s","client_order_id":"a",
                "market_ticker":"KXHIGHNY-26JUL04-T85","exchange_index":0,"is_taker":false,
                "side":"no","ts":1783173601,"ts_ms":1783173601000,"yes_price_dollars":"0.4800",
                "count_fp":"1.00","fee_cost":"0.000000","action":"buy",
                "post_position_fp":"-1.00","purchased_side":"no","outcome_side":"no",
                "book_side":"ask","subaccount":0}\
                """
                    .formatted(tradeId(), made.id())),
            oneLine(
                """
                {"trade_id":"%s","order_id":"%s","client_order_id":"b",
                "market_ticker":"KXHIGHNY-26JUL04-T85","exchange_index":0,"is_taker":true,
                "side":"yes","ts":1783173601,"ts_ms":1783173601000,"yes_price_dollars":"0.4800",
                "count_fp":"1.00","fee_cost":"0.017500","action":"buy",
                "post_position_fp":"1.00","purchased_side":"yes","outcome_side":"yes",
                "book_side":"bid","subaccount":0}\
                """
                    .formatted(tradeId(), took.id())));
  }

  @Test
  void tellsOfAnOrderThatIsPlacedTradedAndCanceled() {
    PlacedOrder order = news.place(ANN, BookSide.ASK, "0.4800", "3", "a");
    news.time.advance(Duration.ofMillis(500));
    news.place(BOB, BookSide.BID, "0.5000", "1", "b");
    news.done(new Command.CancelAll(ANN, null));
    String first =
        oneLine(
            """
            {"order_id":"%s","user_id":"ann","ticker":"KXHIGHNY-26JUL04-T85","exchange_index":0,
            "status":"resting","side":"no","is_yes":false,"outcome_side":"no","book_side":"ask",
            "yes_price_dollars":"0.4800","fill_count_fp":"0.00","remaining_count_fp":"3.00",
            "initial_count_fp":"3.00","taker_fill_cost_dollars":"0.000000",
            "maker_fill_cost_dollars":"0.000000","taker_fees_dollars":"0.000000",
            "maker_fees_dollars":"0.000000","client_order_id":"a",
            "self_trade_prevention_type":"taker_at_cross",
            "created_time":"2026-07-04T14:00:01Z","created_ts_ms":1783173601000,
            "last_update_time":"2026-07-04T14:00:01Z","last_updated_ts_ms":1783173601000,
            "subaccount_number":0}\
            """
                .formatted(order.id()));
    String traded =
        first
            .replace("\"fill_count_fp\":\"0.00\"", "\"fill_count_fp\":\"1.00\"")
            .replace("\"remaining_count_fp\":\"3.00\"", "\"remaining_count_fp\":\"2.00\"")
            .replace(
                "\"maker_fill_cost_dollars\":\"0.000000\"",
                "\"maker_fill_cost_dollars\":\"0.520000\"")
            .replace(
                "\"last_update_time\":\"2026-07-04T14:00:01Z\",\"last_updated_ts_ms\":1783173601000",
                "\"last_update_time\":\"2026-07-04T14:00:01.5Z\",\"last_updated_ts_ms\":1783173601500,"
                    + "\"last_update_reason\":\"Trade\"");
    String canceled =
        traded
            .replace("\"status\":\"resting\"", "\"status\":\"canceled\"")
            .replace("\"remaining_count_fp\":\"2.00\"", "\"remaining_count_fp\":\"0.00\"")
            .replace("\"Trade\"", "\"Decrease\"");
    assertThat(of(ANN, Channel.USER_ORDERS)).containsExactly(first, traded, canceled);
  }

  private List<String> of(UserId member, Channel channel) {
    return news.messages.stream()
        .filter(
            message -> message.channel() == channel && AccountId.of(member).equals(message.only()))
        .map(message -> message.body(new Message.Reader(member, true)))
        .toList();
  }

  @Test
  void tellsWhatAnOrderWasPlacedWith() {
    OrderGroupId group =
        ((Answer.GroupCreated)
                news.floor.execute(
                    new Command.CreateGroup(AccountId.of(ANN), Quantity.ofContracts(5))))
            .group();
    news.place(
        ANN,
        LimitOrder.goodTillCanceled(
                MARKET, BookSide.BID, Price.of("0.3500"), Quantity.ofContracts(10))
            .withClientOrderId(ClientOrderId.of("a"))
            .withOrderGroup(group)
            .withExpiration(TestNewsroom.OPEN.plusSeconds(60)));
    assertThat(of(ANN, Channel.USER_ORDERS).getFirst())
        .contains("\"order_group_id\":\"" + group + '"')
        .contains("\"expiration_time\":\"2026-07-04T14:01:00Z\",\"expiration_ts_ms\":1783173660000")
        .contains("\"is_yes\":true");
  }

  @Test
  void tellsOfPositionsAfterATradeAndAfterThePayout() {
    asked();
    news.place(BOB, BookSide.BID, "0.5000", "1", "b");
    String held =
        oneLine(
            """
            {"user_id":"bob","market_ticker":"KXHIGHNY-26JUL04-T85","position_fp":"1.00",
            "position_cost_dollars":"0.4800","realized_pnl_dollars":"0.0000",
            "fees_paid_dollars":"0.0175","position_fee_cost_dollars":"0.0175",
            "volume_fp":"1.00","subaccount":0}\
            """);
    assertThat(of(BOB, Channel.MARKET_POSITIONS)).containsExactly(held);
    news.pass(Duration.ofMinutes(15));
    news.done(new Command.Determine(MARKET, Outcome.YES));
    assertThat(of(BOB, Channel.MARKET_POSITIONS))
        .containsExactly(
            held,
            held.replace("\"position_fp\":\"1.00\"", "\"position_fp\":\"0.00\"")
                .replace(
                    "\"position_cost_dollars\":\"0.4800\"", "\"position_cost_dollars\":\"0.0000\"")
                .replace(
                    "\"realized_pnl_dollars\":\"0.0000\"", "\"realized_pnl_dollars\":\"0.5200\""));
  }

  @Test
  void tellsOfOrderGroups() {
    AccountId account = AccountId.of(ANN);
    OrderGroupId group =
        ((Answer.GroupCreated)
                news.floor.execute(new Command.CreateGroup(account, Quantity.ofContracts(5))))
            .group();
    news.done(new Command.LimitGroup(account, group, Quantity.of("7.50")));
    news.done(new Command.TriggerGroup(account, group));
    news.done(new Command.ResetGroup(account, group));
    news.done(new Command.DeleteGroup(account, group));
    String id = "\"order_group_id\":\"" + group + '"';
    String time = "\"ts_ms\":1783173601000}";
    assertThat(of(ANN, Channel.ORDER_GROUP_UPDATES))
        .containsExactly(
            "{\"event_type\":\"created\"," + id + ",\"contracts_limit_fp\":\"5.00\"," + time,
            "{\"event_type\":\"limit_updated\"," + id + ",\"contracts_limit_fp\":\"7.50\"," + time,
            "{\"event_type\":\"triggered\"," + id + ',' + time,
            "{\"event_type\":\"reset\"," + id + ',' + time,
            "{\"event_type\":\"deleted\"," + id + ',' + time);
    assertThat(news.messages).allMatch(message -> message.topic() == null);
  }

  @Test
  void aCancelIsToldToNobodyElse() {
    PlacedOrder order = asked();
    news.floor.execute(new Command.Cancel(ANN, OrderTarget.in(MARKET, order.id())));
    assertThat(news.messages)
        .extracting(Message::type)
        .containsExactly("orderbook_delta", "user_order");
    assertThat(news.messages.getLast().only()).isEqualTo(AccountId.of(ANN));
  }
}
