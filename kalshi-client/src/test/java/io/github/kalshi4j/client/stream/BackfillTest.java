package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.BackfillSuite;
import io.github.kalshi4j.client.value.TradeId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a subscription missed comes over REST. */
@Timeout(60)
final class BackfillTest extends BackfillSuite {
  @Override
  protected TestExchange open(@Nullable ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }

  @Test
  void reachesBackToAMessageThatCouldNotBeRead() throws Exception {
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.fills(MarketSelection.of(A)), handler(fill -> fill.id().value()));
    FakeSocket socket = exchange.stream().awaitConnection();
    socket.send("{\"type\":\"fill\",\"sid\":1,\"msg\":{\"trade_id\":7}}\n");
    passUntil(() -> !seen.isEmpty());
    assertThat(seen.next()).isEqualTo("hole UNREADABLE");
    assertThat(seen.next()).isEqualTo("repaired 0");

    // The next one is told of five seconds later, when others have been handed on.
    happenings.drop();
    TradeId lost = happenings.fill(A).trade();
    socket.send("{\"type\":\"fill\",\"sid\":1,\"msg\":{\"trade_id\":7}}\n");
    long holes = subscription.statistics().holes();
    while (subscription.statistics().holes() == holes) {
      TradeId live = happenings.fill(A).trade();
      String told = seen.next();
      if (told.equals("hole UNREADABLE")) {
        break;
      }
      if (told.equals(lost.value())) {
        return; // by the second look at the first hole
      }
      assertThat(told).isEqualTo(live.value());
      time.advance(Duration.ofMillis(500));
      pause(5);
    }
    passUntil(() -> subscription.statistics().openHoles() == 0);
    while (!seen.next().equals(lost.value())) {
      // those that came before it
    }
  }
}
