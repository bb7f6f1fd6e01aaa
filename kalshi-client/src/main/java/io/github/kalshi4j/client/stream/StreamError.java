package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.MarketTicker;
import java.util.List;

/**
 * The exchange refused a command or ended a subscription.
 *
 * @param command the id of the command it answers, 0 if it had none
 * @param subscription the subscription concerned, 0 if none
 * @param sequence its place in the subscription, which it uses up; 0 if it has none
 * @param code the exchange's error code
 * @param markets the markets concerned; empty if none are named
 */
public record StreamError(
    long command,
    int subscription,
    long sequence,
    int code,
    String message,
    List<MarketTicker> markets)
    implements StreamEvent {
  public StreamError {
    markets = List.copyOf(markets);
  }

  /** Returns whether the subscription is gone: channel error or buffer overflow. */
  public boolean isTerminal() {
    return code == 10 || code == 25;
  }
}
