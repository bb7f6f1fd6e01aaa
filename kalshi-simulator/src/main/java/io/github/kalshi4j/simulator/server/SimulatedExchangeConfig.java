package io.github.kalshi4j.simulator.server;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.simulator.access.AccessPolicies;
import io.github.kalshi4j.simulator.access.StreamPolicies;
import io.github.kalshi4j.simulator.exchange.ExchangePolicies;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated exchange is set up.
 *
 * @param host the address it listens on, as a number; anything but loopback lets other machines in
 * @param port where it listens; 0 for any free port
 * @param world its markets and who trades in them by himself
 * @param start what the market's clock says at the start, not before the world's; null for what
 *     {@code time} says
 * @param speed how many seconds of the market's clock there are in a second, from 1 on. Signatures,
 *     rate limits and pings stay with {@code time}
 * @param seed decides all that is random, and the ids
 * @param time the machine's clock
 * @param signatureWindow how far the time of a signature may be from {@code time}, either way; the
 *     real one is not documented, but lies between 10 and 30 seconds
 * @param admin whether whoever reaches the port may add faults, take markets through their lives
 *     and let members in, without a signature
 * @param access rates, and delays of what is read
 * @param stream limits of the WebSocket, and its pings
 */
public record SimulatedExchangeConfig(
    String host,
    int port,
    WorldConfig world,
    @Nullable Instant start,
    int speed,
    long seed,
    TimeSource time,
    Duration signatureWindow,
    boolean admin,
    AccessPolicies access,
    StreamPolicies stream) {
  /**
   * Without markets and participants: any free port, the machine's time, and what we think the real
   * exchange does.
   */
  public static final SimulatedExchangeConfig EMPTY =
      new SimulatedExchangeConfig(
          "127.0.0.1",
          0,
          WorldConfig.EMPTY,
          null,
          1,
          1,
          TimeSource.system(),
          Duration.ofSeconds(15),
          false,
          AccessPolicies.DEFAULT,
          StreamPolicies.DEFAULT);

  public SimulatedExchangeConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port);
    }
    if (!signatureWindow.isPositive()) {
      throw new IllegalArgumentException("signature window " + signatureWindow);
    }
    if (speed < 1) {
      throw new IllegalArgumentException("speed " + speed);
    }
    if (start != null && start.isBefore(world.start())) {
      throw new IllegalArgumentException(
          "the clock starts at " + start + ", before the world at " + world.start());
    }
  }

  /**
   * Returns an exchange with the rolling fifteen-minute markets and their crowd, whose clock starts
   * so long before a quarter hour.
   */
  public static SimulatedExchangeConfig startingBeforeClose(Duration before) {
    return EMPTY.withWorld(WorldConfig.startingBeforeClose(EMPTY.time.now(), before));
  }

  /** Returns a copy that listens on another address; {@code 0.0.0.0} for all of the machine's. */
  public SimulatedExchangeConfig withHost(String value) {
    return new SimulatedExchangeConfig(
        value, port, world, start, speed, seed, time, signatureWindow, admin, access, stream);
  }

  /** Returns a copy that listens on another port. */
  public SimulatedExchangeConfig withPort(int value) {
    return new SimulatedExchangeConfig(
        host, value, world, start, speed, seed, time, signatureWindow, admin, access, stream);
  }

  /** Returns a copy with another world, at whose start the market's clock starts. */
  public SimulatedExchangeConfig withWorld(WorldConfig value) {
    return new SimulatedExchangeConfig(
        host,
        port,
        value,
        value.start(),
        speed,
        seed,
        time,
        signatureWindow,
        admin,
        access,
        stream);
  }

  /** Returns a copy whose market clock starts at another time than its world. */
  public SimulatedExchangeConfig withStart(Instant value) {
    return new SimulatedExchangeConfig(
        host, port, world, value, speed, seed, time, signatureWindow, admin, access, stream);
  }

  /** Returns a copy with other policies of the exchange. */
  public SimulatedExchangeConfig withPolicies(ExchangePolicies value) {
    return new SimulatedExchangeConfig(
        host,
        port,
        world.withPolicies(value),
        start,
        speed,
        seed,
        time,
        signatureWindow,
        admin,
        access,
        stream);
  }

  /** Returns a copy whose market clock runs faster. */
  public SimulatedExchangeConfig withSpeed(int value) {
    return new SimulatedExchangeConfig(
        host, port, world, start, value, seed, time, signatureWindow, admin, access, stream);
  }

  /** Returns a copy with another seed. */
  public SimulatedExchangeConfig withSeed(long value) {
    return new SimulatedExchangeConfig(
        host, port, world, start, speed, value, time, signatureWindow, admin, access, stream);
  }

  /** Returns a copy with another clock. */
  public SimulatedExchangeConfig withTime(TimeSource value) {
    return new SimulatedExchangeConfig(
        host, port, world, start, speed, seed, value, signatureWindow, admin, access, stream);
  }

  /** Returns a copy that accepts older, or only younger, signatures. */
  public SimulatedExchangeConfig withSignatureWindow(Duration value) {
    return new SimulatedExchangeConfig(
        host, port, world, start, speed, seed, time, value, admin, access, stream);
  }

  /** Returns a copy with the admin API, or without it. */
  public SimulatedExchangeConfig withAdmin(boolean value) {
    return new SimulatedExchangeConfig(
        host, port, world, start, speed, seed, time, signatureWindow, value, access, stream);
  }

  /** Returns a copy with other rates, or other delays. */
  public SimulatedExchangeConfig withAccess(AccessPolicies value) {
    return new SimulatedExchangeConfig(
        host, port, world, start, speed, seed, time, signatureWindow, admin, value, stream);
  }

  /** Returns a copy whose stream has other limits, or other pings. */
  public SimulatedExchangeConfig withStream(StreamPolicies value) {
    return new SimulatedExchangeConfig(
        host, port, world, start, speed, seed, time, signatureWindow, admin, access, value);
  }
}
