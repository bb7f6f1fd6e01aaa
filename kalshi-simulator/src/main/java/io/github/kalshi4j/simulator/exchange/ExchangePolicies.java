package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.fee.BalancePrecision;
import io.github.kalshi4j.client.portfolio.RestingOrderReserve;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the exchange does where its documents leave a choice. {@link #DEFAULT} is what we think the
 * real one does.
 *
 * @param shards how many shards there are, numbered from 0
 * @param reservation how much cash resting orders bind. Under {@code MAX} and {@code NONE} more may
 *     rest than can be paid; what cannot be is canceled when it would match
 * @param balancePrecision to what balances are aligned
 * @param unfilledImmediateRefused whether an immediate-or-cancel order that finds nothing is
 *     refused with 409 rather than accepted with no fill
 * @param siblingsAreSelf whether orders of two subaccounts of one member count as a self-trade
 * @param cancelWhileInactive whether orders may be canceled in a deactivated market
 * @param closeBurstDelay how long after the close the remaining orders are canceled
 * @param bookEndDelay how long after the close the book is declared empty for good
 * @param groupWindow over which time an order group counts its matches
 * @param groupsPerMember how many order groups a member may have
 * @param largestOrder the most contracts of one order
 * @param positionLimit the most contracts of one outcome, resting orders included, that a member's
 *     subaccount may come to hold in one market; null for no limit
 */
public record ExchangePolicies(
    int shards,
    RestingOrderReserve reservation,
    BalancePrecision balancePrecision,
    boolean unfilledImmediateRefused,
    boolean siblingsAreSelf,
    boolean cancelWhileInactive,
    Duration closeBurstDelay,
    Duration bookEndDelay,
    Duration groupWindow,
    int groupsPerMember,
    Quantity largestOrder,
    @Nullable Quantity positionLimit) {
  public static final ExchangePolicies DEFAULT =
      new ExchangePolicies(
          4,
          RestingOrderReserve.SUM,
          BalancePrecision.DIRECT_MEMBER,
          false,
          false,
          true,
          Duration.ZERO,
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          100_000,
          Quantity.ofContracts(10_000_000),
          null);

  public ExchangePolicies {
    if (shards < 1) {
      throw new IllegalArgumentException("an exchange of " + shards + " shards");
    }
    if (closeBurstDelay.isNegative() || bookEndDelay.compareTo(closeBurstDelay) < 0) {
      throw new IllegalArgumentException(
          "close burst after " + closeBurstDelay + ", end of the book after " + bookEndDelay);
    }
    if (!groupWindow.isPositive() || groupsPerMember < 0) {
      throw new IllegalArgumentException(
          "order groups: window " + groupWindow + ", " + groupsPerMember + " a member");
    }
  }

  /** Returns a copy in which resting orders bind more or less cash. */
  public ExchangePolicies withReservation(RestingOrderReserve value) {
    return new ExchangePolicies(
        shards,
        value,
        balancePrecision,
        unfilledImmediateRefused,
        siblingsAreSelf,
        cancelWhileInactive,
        closeBurstDelay,
        bookEndDelay,
        groupWindow,
        groupsPerMember,
        largestOrder,
        positionLimit);
  }

  /** Returns a copy in which an immediate-or-cancel order without a fill is refused, or not. */
  public ExchangePolicies withUnfilledImmediateRefused(boolean value) {
    return new ExchangePolicies(
        shards,
        reservation,
        balancePrecision,
        value,
        siblingsAreSelf,
        cancelWhileInactive,
        closeBurstDelay,
        bookEndDelay,
        groupWindow,
        groupsPerMember,
        largestOrder,
        positionLimit);
  }

  /** Returns a copy in which subaccounts of one member do not trade with each other, or do. */
  public ExchangePolicies withSiblingsAreSelf(boolean value) {
    return new ExchangePolicies(
        shards,
        reservation,
        balancePrecision,
        unfilledImmediateRefused,
        value,
        cancelWhileInactive,
        closeBurstDelay,
        bookEndDelay,
        groupWindow,
        groupsPerMember,
        largestOrder,
        positionLimit);
  }

  /** Returns a copy in which orders of a deactivated market may be canceled, or not. */
  public ExchangePolicies withCancelWhileInactive(boolean value) {
    return new ExchangePolicies(
        shards,
        reservation,
        balancePrecision,
        unfilledImmediateRefused,
        siblingsAreSelf,
        value,
        closeBurstDelay,
        bookEndDelay,
        groupWindow,
        groupsPerMember,
        largestOrder,
        positionLimit);
  }

  /** Returns a copy with other delays after the close. */
  public ExchangePolicies withCloseDelays(Duration burst, Duration bookEnd) {
    return new ExchangePolicies(
        shards,
        reservation,
        balancePrecision,
        unfilledImmediateRefused,
        siblingsAreSelf,
        cancelWhileInactive,
        burst,
        bookEnd,
        groupWindow,
        groupsPerMember,
        largestOrder,
        positionLimit);
  }

  /** Returns a copy with a limit of positions; null for none. */
  public ExchangePolicies withPositionLimit(@Nullable Quantity value) {
    return new ExchangePolicies(
        shards,
        reservation,
        balancePrecision,
        unfilledImmediateRefused,
        siblingsAreSelf,
        cancelWhileInactive,
        closeBurstDelay,
        bookEndDelay,
        groupWindow,
        groupsPerMember,
        largestOrder,
        value);
  }
}
