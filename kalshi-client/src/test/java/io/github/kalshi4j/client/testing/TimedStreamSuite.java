package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.StreamOptions;
import io.github.kalshi4j.client.stream.StreamState;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** A suite whose time passes only when it is told to; its pauses are the default. */
public abstract class TimedStreamSuite extends StreamSuite {
  protected static final Duration PAUSE = StreamOptions.DEFAULT.firstPause();

  /** So that a third of it, after which the stream pings, is less than a command may take. */
  protected static final Duration SILENCE = Duration.ofSeconds(27);

  protected final Seen<StreamState> states = new Seen<>();

  protected TimedStreamSuite() {
    super(ManualTimeSource.at(START));
    stream.observe(states::add);
  }

  @Override
  protected ClientConfig configure(ClientConfig config) {
    return config.withStream(
        config.stream()
            .withSilence(SILENCE)
            .withPauses(StreamOptions.DEFAULT.firstPause(), StreamOptions.DEFAULT.longestPause()));
  }

  /**
   * Lets time pass, once the stream's clock waits for it; that other threads of the stream sleep is
   * not enough.
   */
  protected final void pass(Duration duration) throws InterruptedException, TimeoutException {
    time.awaitSleeper("kalshi-stream-clock");
    time.advance(duration);
  }

  protected final void pass(long seconds) throws InterruptedException, TimeoutException {
    pass(Duration.ofSeconds(seconds));
  }

  /** Waits until the connection is lost, and lets pass what the stream waits before the next. */
  protected final StreamState.Disconnected passPause()
      throws InterruptedException, TimeoutException {
    StreamState.Disconnected lost = await(states, StreamState.Disconnected.class);
    pass(lost.retryIn());
    return lost;
  }
}
