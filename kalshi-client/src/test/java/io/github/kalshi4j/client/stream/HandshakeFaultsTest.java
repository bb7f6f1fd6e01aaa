package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.HandshakeFaultsSuite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a stream whose connection cannot be made. */
@Timeout(60)
final class HandshakeFaultsTest extends HandshakeFaultsSuite {
  @Override
  protected TestExchange open(@Nullable ManualTimeSource clock) {
    return ScriptedExchange.start(clock);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RESET_AFTER_BODY", "CUT_BODY"})
  void triesAgainIfTheHandshakeBreaks(String fault) throws InterruptedException {
    exchange.stream().refuse(Reply.json("{}").with(Reply.Fault.valueOf(fault)));

    try {
      subscribe();
    } catch (KalshiApiException e) { // a status came, and so is what counts
      assertThat(e.status()).isEqualTo(200);
      subscribe();
    }

    isLive();
  }
}
