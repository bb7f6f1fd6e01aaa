package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.order.AmendedOrder;
import io.github.kalshi4j.client.order.CanceledOrder;
import io.github.kalshi4j.client.order.DecreasedOrder;
import io.github.kalshi4j.client.order.PlacedOrder;
import io.github.kalshi4j.client.value.OrderGroupId;
import java.util.List;

/** What comes of a {@link Command}. */
public sealed interface Answer {
  /** An order was taken; it may have traded, or be gone already. */
  record Placed(PlacedOrder order) implements Answer {}

  /** An order was changed. */
  record Amended(AmendedOrder order) implements Answer {}

  /** An order was made smaller. */
  record Decreased(DecreasedOrder order) implements Answer {}

  /** An order was canceled. */
  record Canceled(CanceledOrder order) implements Answer {}

  /** The answers to a batch, in its order. */
  record Batch(List<Answer> answers) implements Answer {
    public Batch {
      answers = List.copyOf(answers);
    }
  }

  /** An order group was created. */
  record GroupCreated(OrderGroupId group) implements Answer {}

  /** A subaccount was opened, under this number. */
  record SubaccountOpened(int subaccount) implements Answer {}

  /** It was done, and there is nothing more to say. */
  record Done() implements Answer {}

  /** Nothing was done. */
  record Refused(Refusal refusal) implements Answer {}

  Answer DONE = new Done();
}
