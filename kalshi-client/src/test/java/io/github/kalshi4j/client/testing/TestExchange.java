package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.auth.ApiKeyId;
import java.security.PublicKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that behaves, as the suites in {@code io.github.kalshi4j.client.testing.suite} need
 * it: any exchange they are to pass against is one of these. The user of {@link
 * TestKeys#credentials()} is a member. Closing it ends all connections.
 */
public interface TestExchange extends AutoCloseable {
  /**
   * Returns what clients connect to. It counts and can break connections, and lose requests and
   * commands on their way; what behaves stands behind it.
   */
  FakeExchange front();

  /** Returns what makes things happen at the exchange. */
  Happenings happenings();

  /**
   * Sets how long after it happened something is found over REST, as far as the exchange can be
   * late; zero at first.
   */
  void lag(Duration value);

  /** Sets the clock that signatures are held against off; negative for slow. */
  void skew(Duration ahead);

  /** Lets the member sign with this key, too. */
  void accept(ApiKeyId id, PublicKey key);

  /** Answers what asks for trades, fills and orders like this; null for as it should be. */
  void failRecords(@Nullable Reply value);

  /** Lets what asks for trades, fills and orders wait, until {@link #releaseRecords()}. */
  void holdRecords();

  void releaseRecords();

  @Override
  void close();
}
