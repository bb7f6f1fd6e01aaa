package io.github.kalshi4j.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Plays what the exchange answered in January 2026, before prices and counts became decimal text
 * and before shards, to the client of today. The table says of each answer whether it is read, and
 * else on which field it fails, so that nothing that has changed is read as something else.
 */
final class RecordedAnswersTest {
  private static final String FOLDER = "data/kalshi_api_json/jan2026";
  private static final String UNREADABLE = "answered what cannot be read: ";

  /** File without its ending, operation, and outcome. */
  private static final String TABLE =
      """
      amend_order | AmendOrderV2 | order_id: missing
      batch_cancel_orders | BatchCancelOrdersV2 | orders[0].reduced_by: expected a string, found 1
      batch_create_orders | BatchCreateOrdersV2 | read, without PlaceAnswers.Item.order
      cancel_order | CancelOrderV2 | reduced_by: expected a string, found 1
      candlesticks_batch | BatchGetMarketCandlesticks | markets[0].candlesticks[0].open_interest_fp: expected a string, found 12432
      create_order | CreateOrderV2 | order_id: missing
      decrease_order | DecreaseOrderV2 | order_id: missing
      event_candlesticks | GetMarketCandlesticksByEvent | market_candlesticks[0][0].open_interest_fp: expected a string, found 12432
      event_metadata | GetEventMetadata | read
      event_single | GetEvent | read, without Event.available_on_brokers
      events_list | GetEvents | read, without Event.available_on_brokers
      events_multivariate_list | GetMultivariateEvents | read, without Event.available_on_brokers
      exchange_announcements | none | removed in July 2026
      exchange_schedule | GetExchangeSchedule | read
      exchange_status | GetExchangeStatus | read
      filters_by_sport | GetFiltersForSports | read
      incentive_programs | GetIncentivePrograms | incentive_programs[0].market_id: missing
      live_data_batch | GetLiveDatas | read
      live_data_milestone | GetLiveData | read
      market_single | GetMarket | market.updated_time: missing
      markets_list | GetMarkets | markets[0].updated_time: missing
      milestone_single | GetMilestone | read
      milestones_list | GetMilestones | read
      multivariate_event_collection_lookup_tickers | none | removed in August 2026
      multivariate_event_collection_single | GetMultivariateEventCollection | multivariate_contract.price_level_structure: missing
      multivariate_event_collections_list | GetMultivariateEventCollections | multivariate_contracts[0].price_level_structure: missing
      order_group_create | CreateOrderGroup | subaccount: missing
      order_group_delete | DeleteOrderGroup | read
      order_group_reset | ResetOrderGroup | read
      order_group_single | GetOrderGroup | read
      order_groups_list | GetOrderGroups | read
      order_queue_position | GetOrderQueuePosition | queue_position_fp: missing
      order_queue_positions | GetOrderQueuePositions | queue_positions[0].queue_position_fp: missing
      orderbook | GetMarketOrderbook | orderbook_fp: missing
      portfolio_balance | GetBalance | balance_dollars: missing
      portfolio_fills | GetFills | fills[0].exchange_index: missing
      portfolio_order_single | GetOrder | order.book_side: missing
      portfolio_orders | GetOrders | orders[0].book_side: missing
      portfolio_positions | GetPositions | event_positions[0].total_cost_shares_fp: missing
      portfolio_settlements | GetSettlements | settlements[0].exchange_index: missing
      portfolio_total_resting_order_value | GetPortfolioRestingOrderTotalValue | answered 403 permission_denied: permission denied
      series_candlesticks | GetMarketCandlesticks | candlesticks[0].open_interest_fp: expected a string, found 12432
      series_fee_changes | GetSeriesFeeChanges | read
      series_list | GetSeriesList | read
      series_single | GetSeries | read
      structured_target_single | GetStructuredTarget | read
      structured_targets_list | GetStructuredTargets | read
      tags_by_categories | GetTagsForSeriesCategories | read
      trades_list | GetTrades | trades[0].count_fp: missing
      user_data_timestamp | GetUserDataTimestamp | read
      """;

  /** One line of the table. */
  record Recorded(String file, String operation, String outcome) {
    JsonNode json() throws IOException {
      Path path = SharedFolder.file(FOLDER + '/' + file + "_response.json");
      return WireForm.MAPPER.readTree(Files.readString(path));
    }

    @Override
    public String toString() {
      return file + ": " + outcome;
    }
  }

  static List<Recorded> table() {
    return TABLE
        .lines()
        .map(line -> line.split(" \\| ", -1))
        .map(cells -> new Recorded(cells[0], cells[1], cells[2]))
        .toList();
  }

  static List<Recorded> played() {
    return table().stream().filter(recorded -> !recorded.operation.equals("none")).toList();
  }

  @ParameterizedTest
  @MethodSource("played")
  void isReadOrFailsOnTheFieldThatHasChanged(Recorded recorded) throws IOException {
    assertThat(outcome(recorded)).isEqualTo(recorded.outcome);
  }

  @Test
  void namesEveryRecording() throws IOException {
    try (var files = Files.list(SharedFolder.file(FOLDER))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              table().stream().map(recorded -> recorded.file + "_response.json").toList());
    }
  }

  private static String outcome(Recorded recorded) throws IOException {
    JsonNode json = recorded.json();
    WireForm form = WireForm.read(recorded.operation);
    JsonNode status = json.get("_metadata").get("http_status");
    Reply reply =
        Reply.json(
            status == null ? form.status() : status.asInt(), json.get("response").toString());
    try (Exercise exercise = new Exercise()) {
      exercise.call(form, reply, call(recorded.operation));
      String unknown =
          exercise.unknown().stream()
              .map(field -> field.type() + '.' + field.field())
              .collect(Collectors.joining(", "));
      return unknown.isEmpty() ? "read" : "read, without " + unknown;
    } catch (KalshiException e) {
      return reason(e.getMessage());
    }
  }

  private static Function<KalshiClient, Object> call(String operation) {
    return AllCases.all().stream()
        .filter(each -> each.name().equals(operation))
        .map(OperationCase::least)
        .findFirst()
        .orElseThrow();
  }

  /** Returns what comes after the operation's name. */
  private static String reason(String message) {
    int unreadable = message.indexOf(UNREADABLE);
    return unreadable < 0
        ? message.substring(message.indexOf("answered "))
        : message
            .substring(unreadable + UNREADABLE.length())
            .replaceAll("; client order id .*", "");
  }
}
