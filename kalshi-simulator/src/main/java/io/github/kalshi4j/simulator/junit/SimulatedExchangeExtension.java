package io.github.kalshi4j.simulator.junit;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.server.SimulatedExchange;
import io.github.kalshi4j.simulator.server.SimulatedExchangeConfig;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Does what {@link SimulatedExchangeTest} says; or, registered by hand, starts an exchange as it
 * was configured: one for each test from an instance field, one for all tests of the class from a
 * static one.
 *
 * <pre>{@code
 * @RegisterExtension
 * final SimulatedExchangeExtension exchange =
 *     SimulatedExchangeExtension.of(SimulatedExchangeConfig.EMPTY.withPolicies(policies));
 * }</pre>
 */
public final class SimulatedExchangeExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SimulatedExchangeExtension.class);
  private static final Set<Class<?>> TYPES =
      Set.of(SimulatedExchange.class, KalshiClient.class, Credentials.class, ClientConfig.class);

  /** What is started. */
  private record Plan(SimulatedExchangeConfig config, List<MarketTicker> markets, Money cash) {
    static Plan of(SimulatedExchangeTest test) {
      SimulatedExchangeConfig config =
          test.lively()
              ? SimulatedExchangeConfig.startingBeforeClose(
                  Duration.ofSeconds(test.secondsBeforeClose()))
              : SimulatedExchangeConfig.EMPTY;
      return new Plan(
          config.withSpeed(test.speed()).withSeed(test.seed()).withAdmin(test.admin()),
          Arrays.stream(test.markets()).map(MarketTicker::of).toList(),
          Money.of(test.cash()));
    }

    Venue start() {
      return Venue.start(config, markets, cash);
    }
  }

  private final @Nullable Plan plan;

  /** Creates what the annotation asks JUnit for. */
  public SimulatedExchangeExtension() {
    this(null);
  }

  private SimulatedExchangeExtension(@Nullable Plan plan) {
    this.plan = plan;
  }

  /** Returns an extension to be registered, whose members have $10,000 on each shard. */
  public static SimulatedExchangeExtension of(SimulatedExchangeConfig config) {
    return new SimulatedExchangeExtension(new Plan(config, List.of(), Money.ofDollars(10_000)));
  }

  /** Returns a copy whose members have so much on each shard. */
  public SimulatedExchangeExtension withCash(Money value) {
    Plan old = registered();
    return new SimulatedExchangeExtension(new Plan(old.config, old.markets, value));
  }

  /** Returns a copy that lists these markets, as {@link SimulatedExchangeTest#markets} does. */
  public SimulatedExchangeExtension withMarkets(MarketTicker... values) {
    Plan old = registered();
    return new SimulatedExchangeExtension(new Plan(old.config, List.of(values), old.cash));
  }

  private Plan registered() {
    if (plan == null) {
      throw new IllegalStateException("what the annotation says is not to be changed");
    }
    return plan;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (plan != null) {
      store(context).put(this, plan.start());
    } else if (annotation(context).perClass() && find(context) == null) {
      store(context).put(this, Plan.of(annotation(context)).start());
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (find(context) == null) {
      store(context).put(this, (plan == null ? Plan.of(annotation(context)) : plan).start());
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close(context);
  }

  private void close(ExtensionContext context) {
    Venue venue = store(context).remove(this, Venue.class);
    if (venue != null) {
      venue.close();
    }
  }

  private static SimulatedExchangeTest annotation(ExtensionContext context) {
    for (Class<?> type = context.getRequiredTestClass();
        type != null;
        type = type.getEnclosingClass()) {
      Optional<SimulatedExchangeTest> found =
          AnnotationSupport.findAnnotation(type, SimulatedExchangeTest.class);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new ExtensionConfigurationException(
        "SimulatedExchangeExtension needs @SimulatedExchangeTest, or to be registered by a field");
  }

  private static ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  /** Finds what was started for the test, or for its class. */
  private @Nullable Venue find(ExtensionContext context) {
    return store(context).get(this, Venue.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TYPES.contains(parameter.getParameter().getType())
        && (parameter.getDeclaringExecutable() instanceof Method || find(context) != null);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Venue venue = find(context);
    if (venue == null) {
      throw new ExtensionConfigurationException(
          "there is an exchange for each test, but none for the class yet; set perClass");
    }
    UserId member =
        UserId.of(parameter.findAnnotation(Member.class).map(Member::value).orElse(Member.TRADER));
    Class<?> type = parameter.getParameter().getType();
    if (type == SimulatedExchange.class) {
      return venue.exchange();
    }
    if (type == ClientConfig.class) {
      return venue.address();
    }
    return type == Credentials.class ? venue.credentials(member) : venue.client(member);
  }
}
