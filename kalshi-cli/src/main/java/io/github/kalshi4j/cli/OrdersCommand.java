package io.github.kalshi4j.cli;

import static io.github.kalshi4j.cli.Table.Column.left;
import static io.github.kalshi4j.cli.Table.Column.right;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.order.OrderQuery;
import io.github.kalshi4j.client.order.OrderStatus;
import io.github.kalshi4j.client.value.MarketTicker;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Lists the account's orders. */
@Command(
    name = "orders",
    description = "Lists the account's orders, in YES prices: a bid buys YES, an ask buys NO.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {"", ExchangeOptions.WHO, ExchangeOptions.WHERE})
final class OrdersCommand implements Callable<Integer> {
  @Option(
      names = "--status",
      paramLabel = "STATUS",
      defaultValue = "resting",
      converter = Converters.OrderStatuses.class,
      description = "resting (default), canceled, executed or all.")
  private @Nullable OrderStatus status;

  @Option(
      names = "--market",
      paramLabel = "TICKER",
      converter = Converters.Market.class,
      description = "Only orders in this market.")
  private @Nullable MarketTicker market;

  @Mixin private final ListOptions options;

  OrdersCommand(Console console) {
    options = new ListOptions(console);
  }

  @Override
  public Integer call() {
    Listing<Order> orders;
    try (KalshiClient client = options.exchange().openSigned()) {
      orders = options.read(query(), client.orders()::all);
    }
    options.print("order", orders, OrdersCommand::table, OrdersCommand::describe);
    return Cli.SUCCESS;
  }

  private OrderQuery query() {
    OrderQuery query = OrderQuery.ALL;
    if (market != null) {
      query = query.withMarket(market);
    }
    return status == null ? query : query.withStatus(status);
  }

  private static Table table(Listing<Order> orders) {
    Table table =
        new Table(
            left("MARKET"),
            left("SIDE"),
            right("PRICE"),
            right("REMAINING"),
            right("FILLED"),
            left("STATUS"),
            left("CREATED"),
            left("ORDER"));
    for (Order order : orders.items()) {
      table.row(
          order.market().value(),
          order.side().wire(),
          order.price().toString(),
          order.remaining().toString(),
          order.filled().toString(),
          order.status().wire(),
          Shown.cell(order.created()),
          order.id().value());
    }
    return table;
  }

  private static void describe(Order order, ObjectNode node) {
    node.put("orderId", order.id().value());
    node.put("clientOrderId", Shown.json(order.clientOrderId()));
    node.put("market", order.market().value());
    node.put("side", order.side().wire());
    node.put("outcome", order.outcome().wire());
    node.put("type", Shown.json(order.type()));
    node.put("status", order.status().wire());
    node.put("price", order.price().toString());
    node.put("initial", order.initial().toString());
    node.put("filled", order.filled().toString());
    node.put("remaining", order.remaining().toString());
    node.put("takerFillCost", order.takerFillCost().toString());
    node.put("makerFillCost", order.makerFillCost().toString());
    node.put("takerFees", order.takerFees().toString());
    node.put("makerFees", order.makerFees().toString());
    node.put("createdTime", Shown.json(order.created()));
    node.put("updatedTime", Shown.json(order.updated()));
    node.put("expirationTime", Shown.json(order.expiration()));
    node.put("selfTradePrevention", Shown.json(order.selfTradePrevention()));
    node.put("orderGroup", Shown.json(order.orderGroup()));
    node.put("cancelOnPause", order.cancelOnPause());
    node.put("subaccount", order.subaccount());
    node.put("exchangeIndex", order.exchangeIndex());
  }
}
