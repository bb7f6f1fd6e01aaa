package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.IndexId;
import io.github.kalshi4j.client.value.MarketId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.UnderlyingTicker;
import java.util.List;

/**
 * A command on a subscription was carried out; the exchange's {@code ok}. Where the exchange says
 * so, it names all that the subscription covers after the change.
 *
 * @param command the id of the command it answers, 0 if it had none
 * @param subscription 0 where the answer belongs to none
 * @param sequence its place in the subscription, which it uses up; 0 if it has none
 * @param markets the subscription's markets; empty if not said
 * @param marketIds the same where it was made by ids; empty if not said
 * @param indices its indices, {@code all} standing for every one; empty if not said
 * @param underlyings its underlyings, {@code all} standing for every one; empty if not said
 */
public record Acknowledged(
    long command,
    int subscription,
    long sequence,
    List<MarketTicker> markets,
    List<MarketId> marketIds,
    List<IndexId> indices,
    List<UnderlyingTicker> underlyings)
    implements StreamEvent {
  public Acknowledged {
    markets = List.copyOf(markets);
    marketIds = List.copyOf(marketIds);
    indices = List.copyOf(indices);
    underlyings = List.copyOf(underlyings);
  }
}
