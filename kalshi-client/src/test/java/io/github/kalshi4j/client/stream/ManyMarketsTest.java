package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.error.KalshiStreamException;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.ManyMarketsSuite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Subscriptions to thousands of markets, and very many changes of them at once. */
@Timeout(60)
final class ManyMarketsTest extends ManyMarketsSuite {
  @Override
  protected TestExchange open(@Nullable ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }

  @Test
  void leavesNothingBehindIfAPartIsRefused() throws InterruptedException {
    exchange.stream().failNext("add_markets", 26);

    assertThatThrownBy(
            () -> stream.orderBooks(BookRequest.of(MarketSelection.of(markets(2500))), b -> {}))
        .isInstanceOf(KalshiStreamException.class);

    exchange.stream().awaitConnection().awaitCommand("unsubscribe");
    assertThat(stream.listSubscriptions()).isEmpty();
  }

  @Test
  void tellsOfALossThoughAPartIsRefusedSinceThen() throws InterruptedException {
    Seen<Object> told = new Seen<>();
    stream.subscribe(
        StreamRequest.trades(MarketSelection.of(markets(1001))).withoutBackfill(),
        new StreamHandler<PublicTrade>() {
          @Override
          public void on(PublicTrade event) {}

          @Override
          public void onHole(Hole hole) {
            told.add(hole.cause());
          }

          @Override
          public void onRefused(RuntimeException reason) {
            told.add(((KalshiStreamException) reason).number());
          }
        });
    exchange.stream().failNext("add_markets", 26);

    exchange.stream().awaitConnection().reset();

    assertThat(told.next()).isEqualTo(26);
    assertThat(told.next()).isEqualTo(Hole.Cause.RECONNECTED);
    assertThat(told.next()).isEqualTo(Hole.Cause.RECONNECTED);
  }
}
