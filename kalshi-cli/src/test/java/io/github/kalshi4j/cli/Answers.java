package io.github.kalshi4j.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Bodies in the form in which the exchange documents them. */
final class Answers {
  static final String STATUS =
      """
      {
        "exchange_active": true,
        "trading_active": true,
        "intra_exchange_transfers_active": true,
        "exchange_estimated_resume_time": null,
        "exchange_index_statuses": [
          {
            "exchange_index": 0,
            "description": "everything else",
            "exchange_active": true,
            "trading_active": true,
            "intra_exchange_transfers_active": true
          },
          {
            "exchange_index": 2,
            "description": "crypto",
            "exchange_active": true,
            "trading_active": true,
            "intra_exchange_transfers_active": true
          }
        ]
      }
      """;

  static final String BOOK =
      """
      {
        "orderbook_fp": {
          "yes_dollars": [["0.4000", "1250.00"], ["0.4100", "5.00"], ["0.4200", "13.00"]],
          "no_dollars": [["0.5500", "310.00"], ["0.5600", "7.25"]]
        }
      }
      """;

  static final String EMPTY_BOOK =
      """
      {"orderbook_fp": {"yes_dollars": [], "no_dollars": null}}
      """;

  static final String BALANCE =
      """
      {
        "balance": 102550,
        "balance_dollars": "1025.5025",
        "portfolio_value": 19300,
        "updated_ts": 1795788900,
        "balance_breakdown": [
          {"exchange_index": 0, "balance": "1000.0000"},
          {"exchange_index": 1, "balance": "25.5025"},
          {"exchange_index": 2, "balance": "0.0000"},
          {"exchange_index": 3, "balance": "0.0000"}
        ]
      }
      """;

  static final String LIMITS =
      """
      {
        "usage_tier": "basic",
        "read": {"refill_rate": 200, "bucket_capacity": 600},
        "write": {"refill_rate": 100, "bucket_capacity": 100},
        "grants": []
      }
      """;

  private Answers() {}

  /** The exchange's form of saying no. */
  static String error(String code, String message, String details) {
    return """
    {"error": {"code": "%s", "message": "%s", "details": "%s"}}
    """
        .formatted(code, message, details);
  }

  /** A page of markets; no cursor is an empty one. */
  static String markets(String cursor, String... markets) {
    return """
    {"markets": [%s], "cursor": "%s"}
    """
        .formatted(String.join(",", markets), cursor);
  }

  /** The answer to a question for one market. */
  static String oneMarket(String ticker, String status) {
    return "{\"market\": "
        + market(ticker).replace("\"status\": \"active\"", "\"status\": \"" + status + "\"")
        + "}";
  }

  static String market(String ticker) {
    return market(ticker, "0.4200", "0.4400", "0.4300", "85° or above");
  }

  static String market(String ticker, String bid, String ask, String last, String title) {
    return """
    {
      "ticker": "%s",
      "event_ticker": "KXHIGHNY-26JUL04",
      "market_type": "binary",
      "title": "",
      "subtitle": "",
      "yes_sub_title": "%s",
      "no_sub_title": "Below 85°",
      "created_time": "2026-07-02T14:00:00Z",
      "updated_time": "2026-07-03T09:15:00.123456Z",
      "open_time": "2026-07-02T14:00:00Z",
      "close_time": "2026-07-05T03:59:00.5Z",
      "expected_expiration_time": "2026-07-05T14:00:00Z",
      "expiration_time": "2026-07-11T14:00:00Z",
      "latest_expiration_time": "2026-07-11T14:00:00Z",
      "settlement_timer_seconds": 60,
      "status": "active",
      "yes_bid_dollars": "%s",
      "yes_bid_size_fp": "13.00",
      "yes_ask_dollars": "%s",
      "yes_ask_size_fp": "7.25",
      "no_bid_dollars": "0.5600",
      "no_ask_dollars": "0.5800",
      "last_price_dollars": "%s",
      "volume_fp": "15210.25",
      "volume_24h_fp": "310.00",
      "result": "",
      "can_close_early": true,
      "open_interest_fp": "8123.00",
      "notional_value_dollars": "1.0000",
      "previous_yes_bid_dollars": "0.4000",
      "previous_yes_ask_dollars": "0.4500",
      "previous_price_dollars": "0.4100",
      "settlement_bounds_type": "default",
      "expiration_value": "",
      "strike_type": "greater_or_equal",
      "floor_strike": 85.5,
      "rules_primary": "If it is that hot, the market resolves to Yes.",
      "rules_secondary": "",
      "price_level_structure": "linear_cent",
      "price_ranges": [{"start": "0.0000", "end": "1.0000", "step": "0.0100"}],
      "exchange_index": 0
    }
    """
        .formatted(ticker, title, bid, ask, last);
  }

  /** A page of orders; no cursor is an empty one. */
  static String orders(String cursor, String... orders) {
    return """
    {"orders": [%s], "cursor": "%s"}
    """
        .formatted(String.join(",", orders), cursor);
  }

  static String order(String id, String side, String price, String status) {
    boolean bid = side.equals("bid");
    return """
    {
      "order_id": "%s",
      "user_id": "e8701ad4-8ba0-4a91-a04e-480dd60899a3",
      "client_order_id": "d60685ab-e2cb-41cc-a7ad-a62bb72ed29c",
      "ticker": "KXHIGHNY-26JUL04-T85",
      "side": "%s",
      "action": "buy",
      "outcome_side": "%s",
      "book_side": "%s",
      "type": "limit",
      "status": "%s",
      "yes_price_dollars": "%s",
      "no_price_dollars": "0.5000",
      "fill_count_fp": "2.50",
      "remaining_count_fp": "7.50",
      "initial_count_fp": "10.00",
      "taker_fill_cost_dollars": "0.0000",
      "maker_fill_cost_dollars": "1.0500",
      "taker_fees_dollars": "0.0000",
      "maker_fees_dollars": "0.0100",
      "expiration_time": null,
      "created_time": "2026-07-03T09:15:00.123456Z",
      "last_update_time": "2026-07-03T09:16:00Z",
      "self_trade_prevention_type": "taker_at_cross",
      "order_group_id": null,
      "cancel_order_on_pause": false,
      "subaccount_number": 0,
      "exchange_index": 0
    }
    """
        .formatted(id, bid ? "yes" : "no", bid ? "yes" : "no", side, status, price);
  }

  /** The account's keys: one with this id and these scopes, and another one. */
  static String keys(String id, String... scopes) {
    return """
    {
      "api_keys": [
        {
          "api_key_id": "f052830d-58d4-48da-ac07-ed992d5005d5",
          "name": "another",
          "scopes": ["read"]
        },
        {"api_key_id": "%s", "name": "bot", "scopes": [%s], "subaccount": null}
      ]
    }
    """
        .formatted(
            id,
            Arrays.stream(scopes)
                .map(scope -> '"' + scope + '"')
                .collect(Collectors.joining(", ")));
  }
}
