package io.github.kalshi4j.client.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.RestTest;
import io.github.kalshi4j.client.value.CollectionTicker;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultivariateApiTest extends RestTest {
  private static final CollectionTicker COLLECTION = CollectionTicker.of("KXMVECRYPTO");
  private static final EventTicker EVENT = EventTicker.of("KXBTC15M-26NOV271430");
  private static final MarketTicker MARKET = MarketTicker.of("KXBTC15M-26NOV271430-30");
  private static final MarketTicker OTHER = MarketTicker.of("KXBTC15M-26NOV271430-31");

  @Test
  void sendsTheSelectedMarketsInOrder() {
    exchange.on(
        "POST /multivariate_event_collections/KXMVECRYPTO",
        Reply.json(
            "{\"event_ticker\": \"KXMVECRYPTO-S1\", \"market_ticker\": \"KXMVECRYPTO-S1-1\"}"));

    CreatedMarket combo =
        client
            .multivariate()
            .createMarket(
                COLLECTION,
                List.of(SelectedMarket.no(EVENT, OTHER), SelectedMarket.yes(EVENT, MARKET)));

    assertThat(combo.ticker()).hasToString("KXMVECRYPTO-S1-1");
    assertThat(combo.market()).isNull();
    assertThat(exchange.requests().getFirst().body())
        .isEqualTo(
            "{\"selected_markets\":["
                + "{\"market_ticker\":\"KXBTC15M-26NOV271430-31\","
                + "\"event_ticker\":\"KXBTC15M-26NOV271430\",\"side\":\"no\"},"
                + "{\"market_ticker\":\"KXBTC15M-26NOV271430-30\","
                + "\"event_ticker\":\"KXBTC15M-26NOV271430\",\"side\":\"yes\"}]}");
  }

  @Test
  void refusesCombosThatCannotBe() {
    assertThatThrownBy(() -> client.multivariate().createMarket(COLLECTION, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a combo of no markets");
    assertThatThrownBy(() ->
            client
                .multivariate()
                .createMarket(
                    COLLECTION,
                    List.of(SelectedMarket.yes(EVENT, MARKET), SelectedMarket.no(EVENT, MARKET))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a combo with KXBTC15M-26NOV271430-30 twice");
    assertThat(exchange.requests()).isEmpty();
  }
}
