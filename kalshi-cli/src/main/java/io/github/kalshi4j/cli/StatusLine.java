package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.stream.StreamState;
import io.github.kalshi4j.engine.LiveStatus;
import java.time.temporal.ChronoUnit;

/** How a run stands, on one line. */
final class StatusLine {
  private StatusLine() {}

  static String of(LiveStatus status) {
    return status.time().truncatedTo(ChronoUnit.SECONDS)
        + " "
        + word(status.stream())
        + ", "
        + Shown.count(status.markets(), "market")
        + " ("
        + Shown.count(status.books(), "valid book")
        + "), "
        + Shown.count(status.positions(), "position")
        + ", "
        + Shown.count(status.openOrders(), "open order")
        + ", "
        + Shown.count(status.fills(), "fill")
        + ", equity "
        + Shown.cents(status.equity())
        + ", P&L "
        + Shown.cents(status.pnl());
  }

  private static String word(StreamState state) {
    return switch (state) {
      case StreamState.Idle ignored -> "idle";
      case StreamState.Connecting ignored -> "connecting";
      case StreamState.Connected ignored -> "connected";
      case StreamState.Disconnected ignored -> "disconnected";
      case StreamState.Refused refused -> "refused with " + refused.status();
      case StreamState.Closed ignored -> "closed";
    };
  }
}
