package io.github.kalshi4j.simulator.server;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.simulator.exchange.ExchangePolicies;
import java.time.Duration;

/**
 * How a simulated exchange is set up.
 *
 * @param port where it listens on loopback; 0 for any free port
 * @param policies what the engine does where the documents leave a choice
 * @param seed decides the ids
 * @param time the exchange's clock, also that of the signatures
 * @param signatureWindow how far the time of a signature may be from the clock, either way; the
 *     real one is not documented, but lies between 10 and 30 seconds
 */
public record SimulatedExchangeConfig(
    int port, ExchangePolicies policies, long seed, TimeSource time, Duration signatureWindow) {
  /** Any free port, the machine's time, and what we think the real exchange does. */
  public static final SimulatedExchangeConfig DEFAULT =
      new SimulatedExchangeConfig(
          0, ExchangePolicies.DEFAULT, 1, TimeSource.system(), Duration.ofSeconds(15));

  public SimulatedExchangeConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port);
    }
    if (!signatureWindow.isPositive()) {
      throw new IllegalArgumentException("signature window " + signatureWindow);
    }
  }

  /** Returns a copy that listens on another port. */
  public SimulatedExchangeConfig withPort(int value) {
    return new SimulatedExchangeConfig(value, policies, seed, time, signatureWindow);
  }

  /** Returns a copy with other policies. */
  public SimulatedExchangeConfig withPolicies(ExchangePolicies value) {
    return new SimulatedExchangeConfig(port, value, seed, time, signatureWindow);
  }

  /** Returns a copy whose ids follow from another seed. */
  public SimulatedExchangeConfig withSeed(long value) {
    return new SimulatedExchangeConfig(port, policies, value, time, signatureWindow);
  }

  /** Returns a copy with another clock. */
  public SimulatedExchangeConfig withTime(TimeSource value) {
    return new SimulatedExchangeConfig(port, policies, seed, value, signatureWindow);
  }

  /** Returns a copy that accepts older, or only younger, signatures. */
  public SimulatedExchangeConfig withSignatureWindow(Duration value) {
    return new SimulatedExchangeConfig(port, policies, seed, time, value);
  }
}
