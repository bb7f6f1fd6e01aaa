package io.github.kalshi4j.simulator.internal.stream;

import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.CLOSE;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.LISTED;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.MARKET;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.OPEN;
import static io.github.kalshi4j.simulator.internal.stream.TestNewsroom.oneLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.FeeType;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceBand;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.market.Outcome;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleNewsTest {
  private final TestNewsroom news = new TestNewsroom();

  private List<String> said() {
    return news.said(Channel.MARKET_LIFECYCLE_V2);
  }

  private static String step(String fields, String type) {
    String market = "{\"market_ticker\":\"KXHIGHNY-26JUL04-T85\",";
    return market + fields + ",\"event_type\":\"" + type + "\"}";
  }

  @Test
  void tellsOfAnEventWithItsFirstMarket() {
    ListedMarket other =
        ListedMarket.of(MarketTicker.of("KXLOWNY-26JUL05-T60"), LISTED.event(), OPEN, CLOSE);
    TestNewsroom fresh = new TestNewsroom(WorldConfig.EMPTY);
    fresh.done(new Command.ListMarket(LISTED));
    fresh.done(new Command.ListMarket(other));
    assertThat(fresh.messages)
        .extracting(Message::type)
        .containsExactly("event_lifecycle", "market_lifecycle_v2", "market_lifecycle_v2");
    assertThat(fresh.messages).allMatch(message -> message.topic() == null);
    assertThat(fresh.said(Channel.MARKET_LIFECYCLE_V2).getFirst())
        .isEqualTo(
            oneLine(
                """
                {"event_ticker":"KXHIGHNY-26JUL04","exchange_index":0,
                "title":"KXHIGHNY-26JUL04","subtitle":"","collateral_return_type":"",
                "series_ticker":"KXHIGHNY"}\
                """));
  }

  @Test
  void tellsWhatAMarketIsCreatedWith() {
    TestNewsroom fresh = new TestNewsroom(WorldConfig.EMPTY);
    fresh.done(new Command.ListMarket(LISTED));
    assertThat(fresh.said(Channel.MARKET_LIFECYCLE_V2).getLast())
        .isEqualTo(
            oneLine(
                """
                {"market_ticker":"KXHIGHNY-26JUL04-T85","exchange_index":0,
                "open_ts":1783173600,"close_ts":1783174500,
                "additional_metadata":{"name":"KXHIGHNY-26JUL04-T85",
                "title":"KXHIGHNY-26JUL04-T85","yes_sub_title":"","no_sub_title":"",
                "rules_primary":"","rules_secondary":"","can_close_early":true,
                "event_ticker":"KXHIGHNY-26JUL04","expected_expiration_ts":1783174500},
                "event_type":"created","price_level_structure":"linear_cent",
                "price_ranges":[{"start":"0.0000","end":"1.0000","step":"0.0100"}]}\
                """));
  }

  @Test
  void tellsOfPausesAndOfAnotherClose() {
    news.done(new Command.Deactivate(MARKET));
    news.done(new Command.Activate(MARKET));
    news.done(new Command.MoveClose(MARKET, CLOSE.plusSeconds(60)));
    assertThat(said())
        .containsExactly(
            step("\"is_deactivated\":true", "deactivated"),
            step("\"is_deactivated\":false", "activated"),
            step("\"close_ts\":1783174560", "close_date_updated"));
  }

  @Test
  void doesNotTellOfTheOpeningAndTheCloseAtTheirTimes() {
    news.pass(Duration.ofMinutes(20));
    assertThat(said()).isEmpty();
  }

  @Test
  void tellsTheResultAndThePayout() {
    news.pass(Duration.ofMinutes(15));
    news.done(new Command.Determine(MARKET, Outcome.scalar(Price.of("0.2500"))));
    assertThat(said())
        .containsExactly(
            step(
                "\"determination_ts\":1783174501,\"result\":\"scalar\",\"settlement_value\":\"0.2500\"",
                "determined"),
            step("\"settled_ts\":1783174501", "settled"));
  }

  @Test
  void aVoidMarketIsDeterminedWithoutAResult() {
    news.pass(Duration.ofMinutes(15));
    news.done(new Command.Determine(MARKET, Outcome.VOID));
    assertThat(said().getFirst()).isEqualTo(step("\"determination_ts\":1783174501", "determined"));
  }

  @Test
  void tellsOfAnotherGrid() {
    news.done(new Command.ChangeGrid(MARKET, PriceLevelStructure.TAPERED_DECI_CENT.grid()));
    news.done(
        new Command.ChangeGrid(
            MARKET,
            PriceGrid.of(
                List.of(PriceBand.of("0", "0.5", "0.05"), PriceBand.of("0.5", "1", "0.1")))));
    assertThat(said())
        .containsExactly(
            oneLine(
                """
                {"market_ticker":"KXHIGHNY-26JUL04-T85",
                "price_level_structure":"tapered_deci_cent",
                "price_ranges":[{"start":"0.0000","end":"0.1000","step":"0.0010"},
                {"start":"0.1000","end":"0.9000","step":"0.0100"},
                {"start":"0.9000","end":"1.0000","step":"0.0010"}],
                "event_type":"price_level_structure_updated"}\
                """),
            oneLine(
                """
                {"market_ticker":"KXHIGHNY-26JUL04-T85","price_level_structure":"",
                "price_ranges":[{"start":"0.0000","end":"0.5000","step":"0.0500"},
                {"start":"0.5000","end":"1.0000","step":"0.1000"}],
                "event_type":"price_level_structure_updated"}\
                """));
  }

  @Test
  void tellsOfOtherFeesOfAnEventOnceAndWhenTheyGo() {
    FeeSchedule dear = new FeeSchedule(FeeType.QUADRATIC_WITH_MAKER_FEES, new BigDecimal("0.5"));
    news.done(new Command.ChangeFees(MARKET, dear));
    news.done(new Command.ChangeFees(MARKET, dear));
    news.done(new Command.ChangeFees(MARKET, LISTED.fees()));
    assertThat(news.messages).allMatch(message -> message.type().equals("event_fee_update"));
    assertThat(said())
        .containsExactly(
            oneLine(
                """
                {"event_ticker":"KXHIGHNY-26JUL04",
                "fee_type_override":"quadratic_with_maker_fees","fee_multiplier_override":0.5}\
                """),
            oneLine(
                """
                {"event_ticker":"KXHIGHNY-26JUL04",
                "fee_type_override":null,"fee_multiplier_override":null}\
                """));
  }

  @Test
  void tellsFeesAsTheyAreWhereNothingIsWaived() {
    TestNewsroom waived = new TestNewsroom(WorldConfig.EMPTY);
    waived.done(new Command.ListMarket(LISTED.withFeeWaiverUntil(CLOSE)));
    waived.messages.clear();
    waived.done(new Command.ChangeFees(MARKET, LISTED.fees()));
    assertThat(waived.messages).as("no other fees").isEmpty();
    waived.done(
        new Command.ChangeFees(MARKET, new FeeSchedule(FeeType.QUADRATIC, new BigDecimal("2"))));
    assertThat(waived.said(Channel.MARKET_LIFECYCLE_V2))
        .containsExactly(
            "{\"event_ticker\":\"KXHIGHNY-26JUL04\","
                + "\"fee_type_override\":\"quadratic\",\"fee_multiplier_override\":2}");
  }

  @Test
  void tellsTheStrikeWhenItBecomesKnown() {
    TestNewsroom rolling =
        new TestNewsroom(
            WorldConfig.startingAt(OPEN).withCoins(List.of(Coin.BTC)).withCrowded(false));
    rolling.pass(Duration.ofSeconds(2));
    List<String> said = rolling.said(Channel.MARKET_LIFECYCLE_V2);
    assertThat(said)
        .anySatisfy(text ->
            assertThat(text)
                .contains(
                    "\"title\":\"BTC price up in next 15 mins?\",",
                    "\"expected_expiration_ts\":1783174800,\"strike_type\":\"greater_or_equal\"}"));
    assertThat(said.getLast())
        .matches(
            "\\{\"event_type\":\"metadata_updated\",\"market_ticker\":\"KXBTC15M-26JUL041015-15\","
                + "\"strike_type\":\"greater_or_equal\",\"floor_strike\":\\d+\\.\\d\\d,"
                + "\"yes_sub_title\":\"Target Price: \\$[0-9,]+\\.\\d\\d\"}");
    assertThat(said).filteredOn(text -> text.contains("metadata_updated")).hasSize(1);
  }
}
