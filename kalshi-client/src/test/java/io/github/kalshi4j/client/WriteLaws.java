package io.github.kalshi4j.client;

import static io.github.kalshi4j.client.ClientBench.ORDER;
import static io.github.kalshi4j.client.ClientBench.PLACE;
import static io.github.kalshi4j.client.ClientBench.PLACED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.error.OrderOutcomeUnknownException;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.Reply.Fault;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

final class WriteLaws {
  /** What the exchange may do with an order, and whether it then may have placed it. */
  enum Fate {
    PLACED_AND_SAID(PLACED, true),
    PLACED_BUT_RESET(PLACED.with(Fault.RESET_AFTER_BODY), true),
    PLACED_BUT_CUT(PLACED.with(Fault.CUT_BODY), true),
    PLACED_BUT_UNREADABLE(Reply.json(201, "{\"order_id\":7}"), true),
    PLACED_BUT_A_PAGE(Reply.json(200, "<html>").withHeader("Content-Type", "text/html"), true),
    GATEWAY_FAILED(Reply.status(502), true),
    GATEWAY_GAVE_UP(Reply.status(408), true),
    RESET_EARLY(PLACED.with(Fault.RESET_BEFORE_BODY), true),
    RATE_REFUSED(Reply.json(429, "{\"error\":\"too many requests\"}"), false),
    CLOCK_REFUSED(Reply.json(401, "{\"error\":{\"code\":\"header_timestamp_expired\"}}"), false),
    REFUSED(Reply.json(400, "{\"error\":{\"code\":\"invalid_order\"}}"), false),
    DUPLICATE(Reply.json(409, "{\"error\":{\"code\":\"order_already_exists\"}}"), false),
    REDIRECTED(Reply.status(307).withHeader("Location", "/elsewhere"), false);

    private final Reply reply;
    private final boolean mayHaveEffect;

    Fate(Reply reply, boolean mayHaveEffect) {
      this.reply = reply;
      this.mayHaveEffect = mayHaveEffect;
    }
  }

  @Property(tries = 300)
  void sendsNoOrderAgainUnlessItProvablyHadNoEffect(
      @ForAll @NotEmpty @Size(max = 6) List<Fate> fates) {
    try (ClientBench bench = ClientBench.open()) {
      fates.forEach(fate -> bench.exchange.on(PLACE, fate.reply));
      boolean placed = false;
      boolean unknown = false;
      try {
        bench.client.orders().place(ORDER);
        placed = true;
      } catch (OrderOutcomeUnknownException e) {
        unknown = true;
      } catch (KalshiException e) {
        // refused: nothing was done
      }

      int sent = bench.exchange.requests().size();
      List<Fate> met =
          java.util.stream.IntStream.range(0, sent)
              .mapToObj(i -> fates.get(Math.min(i, fates.size() - 1)))
              .toList();
      assertThat(met.subList(0, sent - 1)).as("before the last").noneMatch(f -> f.mayHaveEffect);
      Fate last = met.getLast();
      assertThat(placed).isEqualTo(last == Fate.PLACED_AND_SAID);
      assertThat(unknown).isEqualTo(last.mayHaveEffect && last != Fate.PLACED_AND_SAID);
    }
  }
}
