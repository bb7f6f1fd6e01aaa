package io.github.kalshi4j.simulator.market;

import io.github.kalshi4j.client.market.MarketStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a market stands, and the steps it may take: initialized → active at the opening → closed at
 * the close → determined → finalized; active ↔ inactive; closed → active where the close is moved;
 * determined → disputed → amended, from where it is finalized like any other. A step that does not
 * lead on from the status is refused by an {@link IllegalStateException}; ask {@link #allows}
 * first. Written by one thread.
 */
public final class MarketLife {
  private MarketStatus status = MarketStatus.INITIALIZED;
  private @Nullable Outcome outcome;

  public MarketStatus status() {
    return status;
  }

  /** Returns the result; empty before the market is determined and while it is disputed. */
  public Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** Returns whether the market is past its close. */
  public boolean isClosed() {
    return switch (status) {
      case INITIALIZED, ACTIVE, INACTIVE -> false;
      case CLOSED, DETERMINED, DISPUTED, AMENDED, FINALIZED -> true;
      case UNRECOGNIZED -> throw new IllegalStateException("no status of ours");
    };
  }

  /** Returns whether a step leads on from the status. */
  public boolean allows(MarketStep step) {
    return switch (step) {
      case CREATED -> false;
      case OPENED -> status == MarketStatus.INITIALIZED;
      case CLOSED, CLOSE_DATE_UPDATED ->
          !isClosed() || (step == MarketStep.CLOSE_DATE_UPDATED && status == MarketStatus.CLOSED);
      case DEACTIVATED -> status == MarketStatus.ACTIVE;
      case ACTIVATED -> status == MarketStatus.INACTIVE || status == MarketStatus.CLOSED;
      case PRICE_LEVEL_STRUCTURE_UPDATED -> !isClosed();
      case FEES_UPDATED -> !isClosed();
      case SETTLEMENT_FLOOR_RAISED -> !isClosed();
      case DETERMINED -> status == MarketStatus.CLOSED || status == MarketStatus.DISPUTED;
      case DISPUTED -> isDecided();
      case SETTLED -> isDecided();
    };
  }

  private boolean isDecided() {
    return status == MarketStatus.DETERMINED || status == MarketStatus.AMENDED;
  }

  /** Takes a step that sets no result. */
  public void take(MarketStep step) {
    check(step);
    status =
        switch (step) {
          case OPENED, ACTIVATED -> MarketStatus.ACTIVE;
          case CLOSED -> MarketStatus.CLOSED;
          case DEACTIVATED -> MarketStatus.INACTIVE;
          case DISPUTED -> MarketStatus.DISPUTED;
          case SETTLED -> MarketStatus.FINALIZED;
          case CREATED,
              CLOSE_DATE_UPDATED,
              PRICE_LEVEL_STRUCTURE_UPDATED,
              FEES_UPDATED,
              SETTLEMENT_FLOOR_RAISED ->
              status;
          case DETERMINED -> throw new IllegalArgumentException("determined without an outcome");
        };
    if (step == MarketStep.DISPUTED) {
      outcome = null;
    }
  }

  /** Sets the result: the first one, or another one after a dispute. */
  public void determine(Outcome result) {
    check(MarketStep.DETERMINED);
    status = status == MarketStatus.DISPUTED ? MarketStatus.AMENDED : MarketStatus.DETERMINED;
    outcome = result;
  }

  private void check(MarketStep step) {
    if (!allows(step)) {
      throw new IllegalStateException("a market that is " + status + " cannot be " + step);
    }
  }
}
