package io.github.kalshi4j.client.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.internal.json.UnknownCounter;
import io.github.kalshi4j.client.internal.json.WireJson;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.order.SelfTradePrevention;
import io.github.kalshi4j.client.order.TimeInForce;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** The body of any order says exactly what the order says. */
class OrderBodyLaws {
  private static final Set<String> NUMBERS =
      Set.of("expiration_time", "subaccount", "exchange_index");
  private static final Set<String> FLAGS =
      Set.of("post_only", "reduce_only", "cancel_order_on_pause");

  private final WireJson json = new WireJson(new UnknownCounter(field -> {}));

  @Provide
  Arbitrary<LimitOrder> orders() {
    Arbitrary<LimitOrder> terms =
        Combinators.combine(
                Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(40),
                Arbitraries.of(BookSide.class),
                Arbitraries.longs().between(1, 9_999),
                Arbitraries.longs().between(1, Long.MAX_VALUE),
                Arbitraries.of(TimeInForce.class),
                Arbitraries.of(SelfTradePrevention.class))
            .as((ticker, side, price, count, time, prevention) ->
                LimitOrder.of(
                        MarketTicker.of(ticker),
                        side,
                        Price.ofCenticents(price),
                        Quantity.ofHundredths(count),
                        time)
                    .withSelfTradePrevention(prevention));
    Arbitrary<String> names = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(36);
    return Combinators.combine(
            terms,
            Arbitraries.integers().between(0, 63),
            names.injectNull(0.3),
            names.injectNull(0.5),
            Arbitraries.integers().between(0, 9).injectNull(0.5),
            Arbitraries.longs().between(0, 253_402_300_799L).injectNull(0.5),
            Arbitraries.integers().between(0, 7))
        .as(OrderBodyLaws::with);
  }

  private static LimitOrder with(
      LimitOrder terms,
      int subaccount,
      String client,
      String group,
      Integer shard,
      Long expiration,
      int flags) {
    LimitOrder order = terms.withSubaccount(subaccount).withCancelOnPause((flags & 1) != 0);
    order = client == null ? order : order.withClientOrderId(ClientOrderId.of(client));
    order = group == null ? order : order.withOrderGroup(OrderGroupId.of(group));
    order = shard == null ? order : order.withExchangeIndex(shard);
    return switch (order.timeInForce()) {
      case GOOD_TILL_CANCELED -> {
        LimitOrder resting = order.withPostOnly((flags & 2) != 0);
        yield expiration == null
            ? resting
            : resting.withExpiration(Instant.ofEpochSecond(expiration, 999_999_999));
      }
      case IMMEDIATE_OR_CANCEL -> order.withReduceOnly((flags & 4) != 0);
      case FILL_OR_KILL -> order;
    };
  }

  @Property(tries = 500)
  void isReadBackAsTheSameOrder(@ForAll("orders") LimitOrder order) {
    byte[] body = json.write(CreateOrder.of(order, order.exchangeIndex()));

    assertThat(order(json.read(body, CreateOrder.class))).isEqualTo(order);
  }

  @Property(tries = 500)
  void saysEachNumberExactlyAndNothingThatIsUsual(@ForAll("orders") LimitOrder order) {
    JsonNode body = json.tree(json.write(CreateOrder.of(order, order.exchangeIndex())));

    assertThat(new BigDecimal(body.get("price").stringValue()))
        .isEqualTo(BigDecimal.valueOf(order.price().centicents(), 4));
    assertThat(new BigDecimal(body.get("count").stringValue()))
        .isEqualTo(BigDecimal.valueOf(order.quantity().hundredths(), 2));
    for (var field : body.properties()) {
      JsonNode value = field.getValue();
      if (NUMBERS.contains(field.getKey())) {
        assertThat(value.isIntegralNumber()).as(field.getKey()).isTrue();
      } else if (FLAGS.contains(field.getKey())) {
        assertThat(value.isBoolean() && value.asBoolean()).as(field.getKey()).isTrue();
      } else {
        assertThat(value.isString()).as(field.getKey()).isTrue();
      }
    }
    assertThat(body.propertyNames()).containsExactlyElementsOf(expectedNames(order));
  }

  private static List<String> expectedNames(LimitOrder order) {
    List<String> names = new ArrayList<>();
    names.add("ticker");
    addIf(names, order.clientOrderId() != null, "client_order_id");
    names.addAll(List.of("side", "count", "price"));
    addIf(names, order.expiration() != null, "expiration_time");
    names.add("time_in_force");
    addIf(names, order.postOnly(), "post_only");
    names.add("self_trade_prevention_type");
    addIf(names, order.cancelOnPause(), "cancel_order_on_pause");
    addIf(names, order.reduceOnly(), "reduce_only");
    addIf(names, order.subaccount() != 0, "subaccount");
    addIf(names, order.orderGroup() != null, "order_group_id");
    addIf(names, order.exchangeIndex() != null, "exchange_index");
    return names;
  }

  private static void addIf(List<String> names, boolean isSet, String name) {
    if (isSet) {
      names.add(name);
    }
  }

  private static LimitOrder order(CreateOrder body) {
    return new LimitOrder(
        body.ticker(),
        body.side(),
        body.price(),
        body.count(),
        body.timeInForce(),
        Boolean.TRUE.equals(body.postOnly()),
        Boolean.TRUE.equals(body.reduceOnly()),
        Boolean.TRUE.equals(body.cancelOnPause()),
        body.selfTradePreventionType(),
        body.expiration(),
        body.clientOrderId(),
        body.orderGroupId(),
        body.subaccount() == null ? 0 : body.subaccount(),
        body.exchangeIndex());
  }
}
