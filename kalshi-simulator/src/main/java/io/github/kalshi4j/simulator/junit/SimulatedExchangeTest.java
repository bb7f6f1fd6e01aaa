package io.github.kalshi4j.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a {@link io.github.kalshi4j.simulator.server.SimulatedExchange} on a free port before each
 * test of a class, and closes it, with all clients that were handed out, after it. Tests, and what
 * runs before and after them, take as parameters what they need:
 *
 * <ul>
 *   <li>{@code SimulatedExchange}: the exchange;
 *   <li>{@code KalshiClient}: a client of a member, who has money;
 *   <li>{@code Credentials}: that member's key;
 *   <li>{@code ClientConfig}: where the exchange is, for clients of one's own.
 * </ul>
 *
 * <p>By {@link Member} the client or the key is another member's. Tests may run at once.
 *
 * <pre>{@code
 * @SimulatedExchangeTest(markets = "KXHIGHNY-26JUL04-T85")
 * class QuoterTest {
 *   @Test
 *   void quotesBothSides(KalshiClient client, @Member("bob") KalshiClient other) { … }
 * }
 * }</pre>
 *
 * @see SimulatedExchangeExtension
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SimulatedExchangeExtension.class)
public @interface SimulatedExchangeTest {
  /**
   * Whether there are the rolling fifteen-minute markets and people who trade in them. Otherwise
   * nothing happens that the test does not do.
   */
  boolean lively() default false;

  /** How long before the close of its fifteen-minute markets a lively exchange starts. */
  int secondsBeforeClose() default 600;

  /**
   * Markets to list: open for a day, in whole cents. The event of each is what stands before the
   * last dash.
   */
  String[] markets() default {};

  /** What each member has at the start, in dollars, on each shard. */
  String cash() default "10000";

  /** How many seconds of the market's clock there are in one of the machine's. */
  int speed() default 1;

  /** Decides all that is random. */
  long seed() default 1;

  /** Whether the exchange has its admin API, for what is tested in another process. */
  boolean admin() default false;

  /** Whether all tests of the class share one exchange. */
  boolean perClass() default false;
}
