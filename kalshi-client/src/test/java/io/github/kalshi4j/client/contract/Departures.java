package io.github.kalshi4j.client.contract;

import java.util.Set;

/** Where the client differs from the specification on purpose. */
final class Departures {
  /**
   * Properties of answers that are not read. Each is deprecated, or another says the same: the NO
   * price is what YES leaves of $1, old pairs of action and side are the side of the book, and a
   * ticker that was asked for is known.
   */
  static final Set<String> NOT_READ =
      Set.of(
          "EventData.category",
          "Fill.action",
          "Fill.market_ticker",
          "Fill.no_price_dollars",
          "Fill.side",
          "GetBalanceResponse.balance",
          "GetEventResponse.markets",
          "GetMarketCandlesticksHistoricalResponse.ticker",
          "GetMarketCandlesticksResponse.ticker",
          "Market.expiration_time",
          "Market.no_ask_dollars",
          "Market.no_bid_dollars",
          "Market.subtitle",
          "Market.title",
          "MultivariateEventCollection.associated_event_tickers",
          "MultivariateEventCollection.is_all_yes",
          "MultivariateEventCollection.is_single_market_per_event",
          "Order.action",
          "Order.no_price_dollars",
          "Order.side",
          "Trade.no_price_dollars",
          "Trade.taker_side");

  /** Properties of requests that are never sent: twins in whole numbers of others that are. */
  static final Set<String> NOT_SENT =
      Set.of(
          "CreateOrderGroupRequest.contracts_limit",
          "CreateRFQRequest.contracts",
          "CreateRFQRequest.target_cost_centi_cents",
          "UpdateOrderGroupLimitRequest.contracts_limit");

  /**
   * Parameters that are sent although they may be left out: the shard of a group, which cannot be
   * found without it, and an event's markets, which otherwise come twice or in a deprecated place.
   */
  static final Set<String> ALWAYS_SENT =
      Set.of(
          "DeleteOrderGroup exchange_index",
          "GetEvent with_nested_markets",
          "ResetOrderGroup exchange_index",
          "TriggerOrderGroup exchange_index",
          "UpdateOrderGroupLimit exchange_index");

  /**
   * Properties that may be missing or null although they are required, or the other way round. A
   * cursor that is missing ends a list like one that is empty. Where $0, or an empty word, stands
   * for nothing, null does as well. A batch may leave out the time of a cancellation, and an item
   * of it that says nothing leaves those beside it readable. A grid without prices is none; candles
   * without their tickers belong to nobody; a target needs its id.
   */
  static final Set<String> OTHERWISE_REQUIRED =
      Set.of(
          "BatchCancelOrdersV2Response.orders.order_id may be missing",
          "BatchCancelOrdersV2Response.orders.reduced_by may be missing",
          "BlockTradeProposal.buyer_user_id may be null",
          "BlockTradeProposal.seller_user_id may be null",
          "CancelOrderV2Response.ts_ms may be missing",
          "EventData.collateral_return_type may be null",
          "GetEventCandlesticksResponse.market_candlesticks must be there",
          "GetEventCandlesticksResponse.market_tickers must be there",
          "GetEventFeeChangesResponse.cursor may be missing",
          "GetEventsResponse.cursor may be missing",
          "GetFcmFillsResponse.cursor may be missing",
          "GetFillsResponse.cursor may be missing",
          "GetFiltersBySportsResponse.filters_by_sports may be missing",
          "GetMarketsResponse.cursor may be missing",
          "GetMultivariateEventsResponse.cursor may be missing",
          "GetOrdersResponse.cursor may be missing",
          "GetStructuredTargetResponse.structured_target must be there",
          "GetTagsForSeriesCategoriesResponse.tags_by_categories may be missing",
          "GetTradesResponse.cursor may be missing",
          "Market.last_price_dollars may be null",
          "Market.previous_price_dollars may be null",
          "Market.previous_yes_ask_dollars may be null",
          "Market.previous_yes_bid_dollars may be null",
          "Market.price_ranges must be there",
          "Market.result may be null",
          "Market.yes_ask_dollars may be null",
          "Market.yes_bid_dollars may be null",
          "MultivariateEventCollection.price_ranges must be there",
          "Order.client_order_id may be null",
          "Quote.no_bid_dollars may be null",
          "Quote.yes_bid_dollars may be null",
          "StructuredTarget.id must be there");

  /**
   * Sets of words that are no enumeration of ours: those with {@code all}, which a query says by
   * having no filter; sets of one word, which are constants; and the deprecated buy and sell.
   */
  static final Set<Set<String>> WORDS_OTHERWISE =
      Set.of(
          Set.of("all", "active", "upcoming", "closed", "paid_out"),
          Set.of("all", "liquidity", "volume", "margin_maker_volume", "margin_taker_volume"),
          Set.of("exclude"),
          Set.of("self"),
          Set.of("buy", "sell"));

  private Departures() {}
}
