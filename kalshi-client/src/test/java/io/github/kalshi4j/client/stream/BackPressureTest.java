package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.BackPressureSuite;
import io.github.kalshi4j.client.value.Price;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of messages that come faster than a handler takes them. */
@Timeout(60)
final class BackPressureTest extends BackPressureSuite {
  @Override
  protected TestExchange open(@Nullable ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }

  @Test
  void keepsOfTickersTheNewestOfEachMarket() throws InterruptedException {
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.tickers(MarketSelection.of(A, B)),
            ticker -> {
              hold();
              seen.add(ticker.market() + " " + ticker.lastPrice());
            });
    exchange.stream().feed().ticker(A, Price.of("0.1000"));
    entered.await();
    for (int i = 1; i <= 50; i++) {
      exchange.stream().feed().ticker(A, Price.ofCents(i));
    }
    exchange.stream().feed().ticker(B, Price.of("0.6000"));
    awaitFrames(53);
    assertThat(subscription.statistics().waiting()).isEqualTo(2);

    goOn.countDown();

    assertThat(seen.next()).isEqualTo(A + " 0.1000");
    assertThat(seen.next()).isEqualTo(A + " 0.5000");
    assertThat(seen.next()).isEqualTo(B + " 0.6000");
    assertThat(subscription.statistics().conflated()).isEqualTo(49);
    assertThat(subscription.statistics().dropped()).isZero();
  }

  @Test
  void tellsWhereItLetsMessagesGo() throws InterruptedException {
    StreamSubscription subscription =
        stream.subscribe(
            StreamRequest.tickers(MarketSelection.of(A))
                .withDelivery(Delivery.EACH)
                .withCapacity(3),
            new Slow<>());
    exchange.stream().feed().ticker(A, Price.ofCents(1));
    entered.await();
    for (int i = 2; i <= 10; i++) {
      exchange.stream().feed().ticker(A, Price.ofCents(i));
    }
    awaitFrames(11);

    goOn.countDown();

    for (int i = 1; i <= 4; i++) {
      assertThat(((Ticker) seen.next()).lastPrice()).isEqualTo(Price.ofCents(i));
    }
    assertThat(seen.next()).isEqualTo(Hole.Cause.OVERFLOW);
    assertThat(subscription.statistics().dropped()).isEqualTo(6);
    eventually(() -> subscription.statistics().openHoles() == 0);
    exchange.stream().feed().ticker(A, Price.ofCents(11));
    assertThat(((Ticker) seen.next()).lastPrice()).isEqualTo(Price.ofCents(11));
  }
}
