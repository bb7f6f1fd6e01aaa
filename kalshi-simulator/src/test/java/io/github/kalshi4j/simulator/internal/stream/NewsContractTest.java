package io.github.kalshi4j.simulator.internal.stream;

import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.ANN;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.BOB;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.CLOSE;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.LISTED;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.MARKET;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.testing.SharedFolder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.contract.ContractChecks;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.Outcome;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds what channels say against the specification, as frames of one subscription. */
class NewsContractTest {
  private final ContractChecks checks = new ContractChecks();

  @BeforeEach
  void needsTheSpecification() {
    SharedFolder.file("kalshi-api/asyncapi.yaml");
  }

  private void check(TestNewsroom news, String... types) {
    for (Message message : news.messages) {
      for (Message.Reader reader :
          List.of(new Message.Reader(ANN, false), new Message.Reader(BOB, true))) {
        String sequence = message.channel().isSequenced() ? "\"seq\":1," : "";
        checks.frame(
            "{\"type\":\"%s\",\"sid\":1,%s\"msg\":%s}"
                .formatted(message.type(), sequence, message.body(reader)));
      }
    }
    checks.verify();
    assertThat(news.messages).extracting(Message::type).contains(types);
  }

  @Test
  void whatIsSaidOfTrading() {
    TestNewsroom news = new TestNewsroom();
    OrderGroupId group =
        ((Answer.GroupCreated)
                news.floor.execute(
                    new Command.CreateGroup(AccountId.of(ANN), Quantity.ofContracts(5))))
            .group();
    news.place(
        ANN,
        LimitOrder.goodTillCanceled(
                MARKET, BookSide.BID, Price.of("0.3500"), Quantity.ofContracts(10))
            .withOrderGroup(group)
            .withExpiration(OPEN.plusSeconds(60)));
    news.place(ANN, BookSide.ASK, "0.6000", "2.50", "a");
    news.pass(Duration.ofSeconds(1));
    news.place(BOB, BookSide.BID, "0.6000", "5", "b");
    news.done(new Command.TriggerGroup(AccountId.of(ANN), group));
    news.pass(Duration.ofMinutes(16));
    news.done(new Command.Determine(MARKET, Outcome.YES));
    check(
        news,
        "orderbook_delta",
        "orderbook_snapshot",
        "ticker",
        "trade",
        "fill",
        "user_order",
        "market_position",
        "order_group_updates");
  }

  @Test
  void whatIsSaidOfLives() {
    TestNewsroom news = new TestNewsroom();
    news.done(new Command.Deactivate(MARKET));
    news.done(new Command.Activate(MARKET));
    news.done(new Command.ChangeGrid(MARKET, PriceLevelStructure.TAPERED_DECI_CENT.grid()));
    news.done(
        new Command.ChangeFees(
            MARKET, new FeeSchedule(FeeType.QUADRATIC_WITH_MAKER_FEES, BigDecimal.ONE)));
    news.done(new Command.ChangeFees(MARKET, LISTED.fees()));
    news.done(new Command.MoveClose(MARKET, CLOSE.plusSeconds(60)));
    news.pass(Duration.ofMinutes(16));
    news.done(new Command.Determine(MARKET, Outcome.NO));
    check(news, "market_lifecycle_v2", "event_fee_update");
  }

  @Test
  void whatIsSaidOfIndicesAndRollingMarkets() {
    TestNewsroom news =
        new TestNewsroom(
            WorldConfig.startingAt(OPEN.plusSeconds(840)).withCoins(List.of(Coin.BTC)));
    news.pass(Duration.ofSeconds(930));
    check(
        news,
        "event_lifecycle",
        "market_lifecycle_v2",
        "cfbenchmarks_value",
        "cfbenchmarks_value_5hz",
        "pyth_value");
    assertThat(news.said(Channel.MARKET_LIFECYCLE_V2))
        .anyMatch(text -> text.contains("metadata_updated"));
  }
}
