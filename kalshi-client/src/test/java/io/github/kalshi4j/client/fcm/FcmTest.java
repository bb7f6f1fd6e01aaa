package io.github.kalshi4j.client.fcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.RestTest;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.SubtraderId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FcmTest extends RestTest {
  private static final SubtraderId ONE = SubtraderId.of("member_desk1");
  private static final SubtraderId TWO = SubtraderId.of("member_desk2");
  private static final MarketTicker MARKET = MarketTicker.of("KXHIGHNY-26JUL04-T85");
  private static final Price PRICE = Price.of("0.5600");

  @Test
  void readsAllFillsWithoutAskingForAPageSize() {
    exchange.on(
        "GET /fcm/fills",
        Reply.json("{\"fills\":[" + fill("a") + ',' + fill("b") + "],\"cursor\":\"next\"}"),
        Reply.json("{\"fills\":[" + fill("b") + ',' + fill("c") + "],\"cursor\":\"\"}"));

    assertThat(client.fcm().allFills(FcmFillQuery.ALL).map(f -> f.id().value()))
        .containsExactly("a", "b", "c");
    assertThat(exchange.requests().stream().map(ReceivedRequest::query))
        .containsExactly(List.of(), List.of(new QueryParameter("cursor", "next")));
  }

  @Test
  void putsTheTwoPartiesOfAFillOnOppositeSidesOfTheBook() {
    exchange.on("GET /fcm/fills", Reply.json("{\"fills\":[" + fill("a") + "],\"cursor\":\"\"}"));

    FcmFill fill = client.fcm().fills(FcmFillQuery.ALL).items().getFirst();

    assertThat(fill.taker()).isEqualTo(OutcomeSide.NO);
    assertThat(fill.takerSide()).isEqualTo(BookSide.ASK);
    assertThat(fill.makerSide()).isEqualTo(BookSide.BID);
    assertThat(fill.price()).isEqualTo(PRICE);
    assertThat(fill.makerOrder()).isNull();
  }

  @Test
  void readsAllPositionsByMarket() {
    exchange.on(
        "GET /fcm/positions",
        Reply.json("{\"market_positions\":[" + position("A") + "],\"cursor\":\"next\"}"),
        Reply.json("{\"market_positions\":[" + position("B") + "],\"cursor\":null}"));

    assertThat(
            client
                .fcm()
                .allPositions(FcmPositionQuery.ofSubtrader(ONE))
                .map(p -> p.market().value()))
        .containsExactly("A", "B");
    assertThat(exchange.requests().getFirst().query())
        .containsExactly(
            new QueryParameter("subtrader_id", "member_desk1"),
            new QueryParameter("limit", "1000"));
  }

  @Test
  void asksForOrdersBySubtraderOrByClientOrderIds() {
    ClientOrderId id = ClientOrderId.of("quote-1");

    assertThat(FcmOrderQuery.ofSubtrader(ONE).parameters())
        .containsExactly(new QueryParameter("subtrader_id", "member_desk1"));
    assertThat(FcmOrderQuery.ofClientOrders(List.of(id, ClientOrderId.of("quote-2"))).parameters())
        .containsExactly(new QueryParameter("client_order_ids", "quote-1,quote-2"));
    assertThatThrownBy(() -> FcmOrderQuery.ofClientOrders(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("client_order_ids");
    assertThatThrownBy(() -> FcmOrderQuery.ofClientOrders(Collections.nCopies(101, id)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("101");
    assertThatThrownBy(() -> FcmOrderQuery.ofClientOrders(List.of(ClientOrderId.of("quote,1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quote,1");
  }

  @Test
  void movesWholeContractsAtWholeCentsBetweenTwo() {
    NetPosition three = NetPosition.of("-3.00");
    assertThatThrownBy(() -> new PositionTransfer(ONE, ONE, MARKET, three, PRICE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("member_desk1");
    assertThatThrownBy(() -> new PositionTransfer(ONE, TWO, MARKET, NetPosition.FLAT, PRICE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(MARKET.value());
    assertThatThrownBy(() -> new PositionTransfer(ONE, TWO, MARKET, NetPosition.of("-3.50"), PRICE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-3.50");
    assertThatThrownBy(() -> new PositionTransfer(ONE, TWO, MARKET, three, Price.of("0.5650")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.5650");
  }

  @Test
  void blocksACategoryAndLetsItGo() {
    exchange.on(
        "PUT /fcm/subtraders/blocked_categories",
        Reply.json("{\"categories\":[\"Sports\"]}"),
        Reply.json("{\"categories\":null}"));

    assertThat(client.fcm().blockCategory(ONE, "Sports")).containsExactly("Sports");
    assertThat(client.fcm().unblockCategory(ONE, "Sports")).isEmpty();
    assertThat(exchange.requests().stream().map(ReceivedRequest::body))
        .containsExactly(
            "{\"subtrader_id\":\"member_desk1\",\"category\":\"Sports\",\"blocked\":true}",
            "{\"subtrader_id\":\"member_desk1\",\"category\":\"Sports\",\"blocked\":false}");
  }

  @Test
  void sendsNothingThatCannotBeRight() {
    for (String suffix : List.of("", "a desk", "desk_1", "seventeenletters1")) {
      assertThatThrownBy(() -> client.fcm().createSubtrader(suffix))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining('"' + suffix + '"');
    }
    assertThatThrownBy(() -> client.fcm().blockCategory(ONE, " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\" \"");
    for (String limit : List.of("-1", "0.00001")) {
      assertThatThrownBy(() -> client.fcm().updateDailyCap(ONE, Money.of(limit)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(Money.of(limit).toString());
    }
    assertThat(exchange.requests()).isEmpty();
  }

  private static String fill(String id) {
    return "{\"fill_id\":\""
        + id
        + "\",\"exchange_index\":0,\"ticker\":\"KXHIGHNY-26JUL04-T85\","
        + "\"taker_outcome_side\":\"no\",\"count_fp\":\"3.00\",\"yes_price_dollars\":\"0.5600\"}";
  }

  private static String position(String market) {
    return "{\"ticker\":\""
        + market
        + "\",\"exchange_index\":0,\"total_traded_dollars\":\"1.00\",\"position_fp\":\"-3.00\","
        + "\"market_exposure_dollars\":\"1.00\",\"realized_pnl_dollars\":\"0.00\","
        + "\"fees_paid_dollars\":\"0.01\",\"last_updated_ts\":\"2026-11-27T14:15:00Z\"}";
  }
}
