package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.FakeFeed;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ScriptedExchange;
import io.github.kalshi4j.client.testing.TestExchange;
import io.github.kalshi4j.client.testing.suite.KalshiStreamLawsSuite;
import java.util.List;
import java.util.Random;

/** The law of the stream against an exchange that does wrong, too. */
final class KalshiStreamLaws extends KalshiStreamLawsSuite {
  private static final List<String> CHANNELS = List.of("orderbook_delta", "trade", "fill");

  KalshiStreamLaws() {
    super(4);
  }

  @Override
  protected TestExchange open(ManualTimeSource time) {
    return ScriptedExchange.start(time);
  }

  @Override
  protected void doWrong(FakeExchange exchange, Random random) {
    FakeFeed feed = exchange.stream().feed();
    List<FakeSocket> sockets = exchange.stream().sockets();
    switch (random.nextInt(4)) {
      case 0 ->
          feed.terminate(
              CHANNELS.get(random.nextInt(CHANNELS.size())), random.nextBoolean() ? 10 : 25);
      case 1 -> sockets.forEach(socket -> socket.send("{\"type\":\"fill\",\"sid\":4,\"msg\":[]}"));
      case 2 -> sockets.forEach(socket -> socket.send("{\"type\":"));
      default -> feed.skip(random.nextBoolean() ? "trade" : "orderbook_delta");
    }
  }
}
