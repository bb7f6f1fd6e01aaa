package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.exchange.Refusal;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.internal.floor.Records;
import io.github.kalshi4j.simulator.ledger.AccountId;
import java.util.Objects;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Groups of orders that share one limit. */
final class GroupResource {
  private static final String ONE = "/portfolio/order_groups/{order_group_id}";
  private static final long MOST = 1_000_000;

  private final Floor floor;

  GroupResource(Floor floor) {
    this.floor = floor;
  }

  void addTo(Routes routes) {
    routes.signed("GET", "/portfolio/order_groups", this::groups);
    routes.signed("POST", "/portfolio/order_groups/create", this::create);
    routes.signed("GET", ONE, this::group);
    routes.signed("DELETE", ONE, request -> change(request, Command.DeleteGroup::new));
    routes.signed("PUT", ONE + "/reset", request -> put(request, Command.ResetGroup::new));
    routes.signed("PUT", ONE + "/trigger", request -> put(request, Command.TriggerGroup::new));
    routes.signed("PUT", ONE + "/limit", this::limit);
  }

  private ApiAnswer groups(ApiRequest request) {
    Integer subaccount = request.integer("subaccount", 0, 63);
    return floor.call(engine -> {
      ArrayNode groups = Json.array();
      for (Records.Group group : floor.records().groups(request.member())) {
        if (subaccount == null || group.account().subaccount() == subaccount) {
          ObjectNode node = write(group);
          node.put("id", group.id().value());
          groups.add(node);
        }
      }
      return ApiAnswer.ok(Json.object().set("order_groups", groups));
    });
  }

  private static ObjectNode write(Records.Group group) {
    ObjectNode node = Json.object();
    node.put("contracts_limit_fp", group.limit().toString());
    node.put("is_auto_cancel_enabled", true);
    node.put("exchange_index", group.account().shard());
    return node;
  }

  private ApiAnswer group(ApiRequest request) {
    Integer subaccount = request.integer("subaccount", 0, 63);
    OrderGroupId id = id(request);
    return floor.call(engine -> {
      Records.Group group =
          floor.records().groups(request.member()).stream()
              .filter(known -> known.id().equals(id))
              .filter(known -> subaccount == null || known.account().subaccount() == subaccount)
              .findFirst()
              .orElseThrow(() -> ApiException.notFound("order group " + id));
      ArrayNode orders = Json.array();
      for (Order order : engine.restingOrders(request.member())) {
        if (id.equals(order.orderGroup())) {
          orders.add(order.id().value());
        }
      }
      return ApiAnswer.ok(write(group).set("orders", orders));
    });
  }

  private ApiAnswer create(ApiRequest request) {
    Fields fields = Fields.of(request);
    AccountId account =
        new AccountId(
            request.member(),
            fields.subaccount("subaccount"),
            Objects.requireNonNullElse(fields.shard(), 0));
    Answer answer = floor.execute(new Command.CreateGroup(account, limit(fields)));
    if (answer instanceof Answer.Refused(Refusal refusal)) {
      throw ApiException.of(refusal);
    }
    ObjectNode node = Json.object();
    node.put("order_group_id", ((Answer.GroupCreated) answer).group().value());
    node.put("subaccount", account.subaccount());
    node.put("exchange_index", account.shard());
    return ApiAnswer.created(node);
  }

  /** Either of two fields says it; both must agree. */
  private static Quantity limit(Fields fields) {
    Quantity exact = fields.parsed("contracts_limit_fp", "invalid_parameters", Quantity::of);
    Long whole = fields.number("contracts_limit");
    if (whole != null && (whole < 1 || whole > MOST)) {
      throw outOfRange();
    }
    Quantity rounded = whole == null ? null : Quantity.ofContracts(whole);
    if (exact != null && rounded != null && !exact.equals(rounded)) {
      throw ApiException.unreadable(
          "invalid_parameters", "contracts_limit and contracts_limit_fp disagree");
    }
    Quantity limit = exact == null ? rounded : exact;
    if (limit == null || limit.hundredths() < 100 || limit.isAbove(Quantity.ofContracts(MOST))) {
      throw outOfRange();
    }
    return limit;
  }

  private static ApiException outOfRange() {
    return ApiException.unreadable(
        "invalid_parameters", "contracts_limit_fp must be from 1 to " + MOST);
  }

  private ApiAnswer limit(ApiRequest request) {
    Quantity limit = limit(Fields.of(request));
    return change(request, (account, group) -> new Command.LimitGroup(account, group, limit));
  }

  /** Nothing is read from the body, but it must be there. */
  private ApiAnswer put(ApiRequest request, BiFunction<AccountId, OrderGroupId, Command> command) {
    Fields.of(request);
    return change(request, command);
  }

  private ApiAnswer change(
      ApiRequest request, BiFunction<AccountId, OrderGroupId, Command> command) {
    AccountId account =
        new AccountId(
            request.member(),
            Objects.requireNonNullElse(request.integer("subaccount", 0, 63), 0),
            Objects.requireNonNullElse(request.integer("exchange_index", 0, Integer.MAX_VALUE), 0));
    Answer answer = floor.execute(command.apply(account, id(request)));
    if (answer instanceof Answer.Refused(Refusal refusal)) {
      throw ApiException.of(refusal);
    }
    return ApiAnswer.ok(Json.object());
  }

  private static OrderGroupId id(ApiRequest request) {
    return ApiRequest.name(request.part("order_group_id"), OrderGroupId::of);
  }
}
