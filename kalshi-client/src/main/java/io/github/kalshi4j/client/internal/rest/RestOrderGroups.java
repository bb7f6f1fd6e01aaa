package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.call.WriteLane;
import io.github.kalshi4j.client.internal.http.Call;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.Operation;
import io.github.kalshi4j.client.internal.rate.Billing;
import io.github.kalshi4j.client.ordergroup.NewOrderGroup;
import io.github.kalshi4j.client.ordergroup.OrderGroup;
import io.github.kalshi4j.client.ordergroup.OrderGroupAddress;
import io.github.kalshi4j.client.ordergroup.OrderGroupLimit;
import io.github.kalshi4j.client.ordergroup.OrderGroupMembers;
import io.github.kalshi4j.client.ordergroup.OrderGroupQuery;
import io.github.kalshi4j.client.ordergroup.OrderGroupsApi;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups of orders that share one limit, over REST. */
public final class RestOrderGroups implements OrderGroupsApi {
  private static final Operation LIST = Operation.signed("GET /portfolio/order_groups");
  private static final Operation GET =
      Operation.signed("GET /portfolio/order_groups/{order_group_id}");
  private static final Operation CREATE = Operation.signed("POST /portfolio/order_groups/create");
  private static final Operation UPDATE_LIMIT =
      Operation.signed("PUT /portfolio/order_groups/{order_group_id}/limit");
  private static final Operation RESET =
      Operation.signed("PUT /portfolio/order_groups/{order_group_id}/reset");
  private static final Operation TRIGGER =
      Operation.signed("PUT /portfolio/order_groups/{order_group_id}/trigger");
  private static final Operation DELETE =
      Operation.signed("DELETE /portfolio/order_groups/{order_group_id}");

  private final Caller caller;

  public RestOrderGroups(Caller caller) {
    this.caller = caller;
  }

  @Override
  public List<OrderGroup> list(OrderGroupQuery query) {
    return caller.read(Call.of(LIST).with(query), GroupsAnswer.class).orderGroups();
  }

  @Override
  public OrderGroupMembers get(OrderGroupId group, OrderGroupQuery query) {
    return caller.read(Call.of(GET, group).with(query), GroupAnswer.class).of(group);
  }

  @Override
  public OrderGroupAddress create(NewOrderGroup group) {
    return caller
        .write(
            Call.of(CREATE)
                .withBody(CreateBody.of(group))
                .billed(Billing.write(group.exchangeIndex()), WriteLane.ENTER),
            CreateAnswer.class)
        .onShard(group.exchangeIndex());
  }

  @Override
  public void updateLimit(OrderGroupAddress group, OrderGroupLimit limit) {
    caller.write(
        change(UPDATE_LIMIT, group, WriteLane.ENTER).withBody(new LimitBody(limit.contracts())));
  }

  @Override
  public void reset(OrderGroupAddress group) {
    caller.write(change(RESET, group, WriteLane.ENTER).withBody(new Empty()));
  }

  @Override
  public void trigger(OrderGroupAddress group) {
    caller.write(change(TRIGGER, group, WriteLane.CANCEL).withBody(new Empty()));
  }

  @Override
  public void delete(OrderGroupAddress group) {
    caller.write(change(DELETE, group, WriteLane.CANCEL));
  }

  private static Call change(Operation operation, OrderGroupAddress group, WriteLane lane) {
    return Call.of(operation, group.group())
        .with("subaccount", nonPrimary(group.subaccount()))
        .with("exchange_index", group.exchangeIndex())
        .billed(Billing.write(group.exchangeIndex()), lane);
  }

  /** The primary one is not named, because a key of one subaccount takes its own for it. */
  private static @Nullable Integer nonPrimary(int subaccount) {
    return subaccount == 0 ? null : subaccount;
  }

  record GroupsAnswer(List<OrderGroup> orderGroups) {}

  /** A group as it comes when asked for by its id, which is not repeated. */
  record GroupAnswer(
      boolean isAutoCancelEnabled,
      @Nullable Quantity contractsLimitFp,
      List<OrderId> orders,
      @Nullable Integer exchangeIndex) {
    OrderGroupMembers of(OrderGroupId id) {
      return new OrderGroupMembers(
          new OrderGroup(id, contractsLimitFp, isAutoCancelEnabled, exchangeIndex), orders);
    }
  }

  record CreateBody(@Nullable Integer subaccount, Quantity contractsLimitFp, int exchangeIndex) {
    static CreateBody of(NewOrderGroup group) {
      return new CreateBody(
          nonPrimary(group.subaccount()), group.limit().contracts(), group.exchangeIndex());
    }
  }

  record CreateAnswer(OrderGroupId orderGroupId, int subaccount, @Nullable Integer exchangeIndex) {
    /** Returns the group, on the shard it was asked for where none is named. */
    OrderGroupAddress onShard(int asked) {
      return new OrderGroupAddress(
          orderGroupId, exchangeIndex == null ? asked : exchangeIndex, subaccount);
    }
  }

  record LimitBody(Quantity contractsLimitFp) {}

  /** The exchange refuses these requests without a body. */
  record Empty() {}
}
