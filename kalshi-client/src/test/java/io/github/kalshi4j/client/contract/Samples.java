package io.github.kalshi4j.client.contract;

import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.time.Instant;
import java.util.List;

/** The values that the wire forms are made of. */
final class Samples {
  static final SeriesTicker SERIES = SeriesTicker.of("KXBTC15M");
  static final EventTicker EVENT = EventTicker.of("KXBTC15M-26NOV271430");
  static final List<EventTicker> EVENTS = List.of(EVENT, EventTicker.of("KXBTC15M-26NOV271445"));
  static final MarketTicker MARKET = MarketTicker.of("KXBTC15M-26NOV271430-30");
  static final List<MarketTicker> MARKETS =
      List.of(MARKET, MarketTicker.of("KXBTC15M-26NOV271445-45"));
  static final Price PRICE = Price.of("0.4200");
  static final Quantity COUNT = Quantity.of("12.50");
  static final OrderId ORDER = OrderId.of("69dfcb07-2307-41f2-ad6d-ae1ab92fffbf");
  static final ClientOrderId CLIENT_ORDER =
      ClientOrderId.of("d60685ab-e2cb-41cc-a7ad-a62bb72ed29c");
  static final OrderGroupId GROUP = OrderGroupId.of("7e4e72c5-35a1-4954-ae22-3b9dbddac9a3");
  static final String CURSOR = "Y3Vyc29y";

  /** 1795788900 seconds since 1970, the time of every bound of a query. */
  static final Instant TIME = Instant.ofEpochSecond(1_795_788_900);

  static final Instant EXPIRATION = Instant.ofEpochSecond(1_795_789_800);

  private Samples() {}
}
