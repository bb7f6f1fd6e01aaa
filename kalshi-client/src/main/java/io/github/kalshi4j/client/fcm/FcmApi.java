package io.github.kalshi4j.client.fcm;

import io.github.kalshi4j.client.call.Endpoint;
import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.error.KalshiConflictException;
import io.github.kalshi4j.client.error.KalshiNotFoundException;
import io.github.kalshi4j.client.error.OutcomeUnknownException;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.portfolio.MarketPosition;
import io.github.kalshi4j.client.portfolio.Positions;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.PositionTransferId;
import io.github.kalshi4j.client.value.SubtraderId;
import java.util.List;
import java.util.stream.Stream;

/**
 * What clearing members (FCMs) do for their customers, whom the exchange calls subtraders. Whoever
 * is no clearing member is refused with {@link
 * io.github.kalshi4j.client.error.KalshiPermissionException}. All calls block; they may be made
 * from any thread.
 */
public interface FcmApi {
  /** Returns a page of the fills of all our subtraders. */
  @Endpoint("GET /fcm/fills")
  Page<FcmFill> fills(FcmFillQuery query);

  /** Returns all fills that a query means, page by page as they are asked for. */
  Stream<FcmFill> allFills(FcmFillQuery query);

  /** Returns a page of the orders of our subtraders. */
  @Endpoint("GET /fcm/orders")
  Page<Order> orders(FcmOrderQuery query);

  /** Returns all orders that a query means, page by page as they are asked for. */
  Stream<Order> allOrders(FcmOrderQuery query);

  /** Returns a page of the positions of a subtrader. */
  @Endpoint("GET /fcm/positions")
  Positions positions(FcmPositionQuery query);

  /** Returns all positions by market that a query means, page by page as they are asked for. */
  Stream<MarketPosition> allPositions(FcmPositionQuery query);

  /**
   * Moves contracts from one subtrader to another. Not safe to repeat: the exchange takes a second
   * request for a second move.
   *
   * @throws OutcomeUnknownException if no readable answer came; the positions of the two tell
   */
  @Endpoint("POST /fcm/positions/transfers")
  PositionTransferId transferPosition(PositionTransfer transfer);

  /** Returns our subtraders, all at once. */
  @Endpoint("GET /fcm/subtraders")
  List<Subtrader> subtraders();

  /**
   * Makes a subtrader, and returns its id: that of our account, an underscore, and the suffix.
   *
   * @param suffix 1 to 16 letters and digits
   * @throws KalshiConflictException if there is one already
   */
  @Endpoint("POST /fcm/subtraders")
  SubtraderId createSubtrader(String suffix);

  /** Returns the categories in which a subtrader may not trade. */
  @Endpoint("GET /fcm/subtraders/blocked_categories")
  List<String> blockedCategories(SubtraderId subtrader);

  /**
   * Says whether a subtrader is kept from trading in a category.
   *
   * @return all categories in which it may not trade now
   */
  @Endpoint("PUT /fcm/subtraders/blocked_categories")
  List<String> updateBlockedCategory(SubtraderId subtrader, String category, boolean blocked);

  /** Keeps a subtrader from trading in a category, and returns all those it is kept from. */
  default List<String> blockCategory(SubtraderId subtrader, String category) {
    return updateBlockedCategory(subtrader, category, true);
  }

  /** Lets a subtrader trade in a category again, and returns all those it is still kept from. */
  default List<String> unblockCategory(SubtraderId subtrader, String category) {
    return updateBlockedCategory(subtrader, category, false);
  }

  /**
   * Returns how much a subtrader may trade in a day, and how much of it is used up.
   *
   * @throws KalshiNotFoundException if there is no such subtrader, or no cap for it
   */
  @Endpoint("GET /fcm/subtraders/event_contract_daily_cap")
  DailyCap dailyCap(SubtraderId subtrader);

  /**
   * Sets how much a subtrader may trade in a day.
   *
   * @param limit in dollars, not negative, no finer than $0.0001
   */
  @Endpoint("PUT /fcm/subtraders/event_contract_daily_cap")
  void updateDailyCap(SubtraderId subtrader, Money limit);

  /** Lets a subtrader trade as much in a day as it will. */
  @Endpoint("DELETE /fcm/subtraders/event_contract_daily_cap")
  void deleteDailyCap(SubtraderId subtrader);
}
