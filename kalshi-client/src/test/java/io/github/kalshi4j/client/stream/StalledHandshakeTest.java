package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.StreamTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a stream where the exchange takes the connection and does not answer. */
@Timeout(60)
final class StalledHandshakeTest extends StreamTest {
  private final Seen<StreamState> states = new Seen<>();

  /** Also good handshakes may then take too long on a busy machine, and are made again. */
  @Override
  protected ClientConfig configure(ClientConfig config) {
    return config.withConnectTimeout(Duration.ofMillis(300));
  }

  private void givesUpAndConnects() throws InterruptedException {
    Seen<Ticker> tickers = new Seen<>();
    stream.observe(states::add);

    stream.subscribe(StreamRequest.tickers(MarketSelection.of(A)), tickers::add);

    assertThat(await(states, StreamState.Disconnected.class).reason()).contains("Timeout");
    feed.ticker(A);
    assertThat(tickers.next().market()).isEqualTo(A);
  }

  @Test
  void givesUpAHandshakeThatIsNotAnswered() throws InterruptedException {
    exchange.stream().stallHandshake();

    givesUpAndConnects();
  }

  @Test
  void givesUpAHandshakeThatIsAnsweredInPart() throws InterruptedException {
    exchange.stream().refuse(Reply.json("{}").with(Reply.Fault.STALL_IN_HEADERS));

    givesUpAndConnects();
  }

  @Test
  void endsAHandshakeWhenItIsClosed() throws Exception {
    for (int i = 0; i < 100; i++) {
      exchange.stream().stallHandshake();
    }
    stream.observe(states::add);
    var subscribing = async(() -> stream.orderBook(A, book -> {}));
    exchange.stream().awaitUpgrade();

    client.close();

    assertThat(subscribing).failsWithin(Duration.ofSeconds(10));
    await(states, StreamState.Closed.class);
    assertThat(exchange.stream().open()).isZero();
  }
}
