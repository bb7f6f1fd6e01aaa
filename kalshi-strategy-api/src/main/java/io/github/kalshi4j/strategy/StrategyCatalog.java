package io.github.kalshi4j.strategy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The strategies there are, by name. Immutable. */
public final class StrategyCatalog {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final Map<String, StrategyProvider<?>> byName;

  private StrategyCatalog(Map<String, StrategyProvider<?>> byName) {
    this.byName = byName;
  }

  /**
   * Finds the providers that a class loader sees: those a module provides, and those named in
   * {@code META-INF/services}.
   *
   * @throws InvalidStrategyException if one of them cannot be loaded or used, or two have one name
   */
  public static StrategyCatalog load(ClassLoader loader) {
    List<StrategyProvider<?>> providers = new ArrayList<>();
    try {
      for (StrategyProvider<?> provider : ServiceLoader.load(StrategyProvider.class, loader)) {
        providers.add(provider);
      }
    } catch (ServiceConfigurationError e) {
      Throwable cause = e.getCause();
      throw new InvalidStrategyException(
          "a strategy provider cannot be loaded: "
              + Texts.oneLine(e)
              + (cause == null ? "" : " (" + Texts.oneLine(cause) + ")"),
          e);
    }
    return of(providers);
  }

  /**
   * Returns the catalog of these providers.
   *
   * @throws InvalidStrategyException if one of them cannot be used, or two have one name
   */
  public static StrategyCatalog of(Collection<? extends StrategyProvider<?>> providers) {
    Map<String, StrategyProvider<?>> byName = new TreeMap<>();
    for (StrategyProvider<?> provider : providers) {
      String name = checkedName(provider);
      StrategyProvider<?> other = byName.put(name, provider);
      if (other != null) {
        throw new InvalidStrategyException(
            String.format(
                "two strategies are called %s: %s and %s",
                name, other.getClass().getName(), provider.getClass().getName()));
      }
    }
    return new StrategyCatalog(byName);
  }

  /** Returns every provider, in order of name. */
  public List<StrategyProvider<?>> providers() {
    return List.copyOf(byName.values());
  }

  /**
   * Returns the provider with this name.
   *
   * @throws UnknownStrategyException if there is none
   */
  public StrategyProvider<?> find(String name) {
    StrategyProvider<?> provider = byName.get(name);
    if (provider == null) {
      throw new UnknownStrategyException(
          "no strategy is called \"" + name + "\"; " + Texts.known(name, byName.keySet()));
    }
    return provider;
  }

  private static String checkedName(StrategyProvider<?> provider) {
    String type = provider.getClass().getName();
    try {
      String name = provider.name();
      if (!NAME.matcher(name).matches()) {
        throw new InvalidStrategyException(
            type
                + " is called \""
                + name
                + "\": a strategy's name is lower case, words joined by hyphens");
      }
      if (provider.description().isBlank()) {
        throw new InvalidStrategyException(type + " has no description");
      }
      Configuration<?> unused = Configuration.of(provider);
      return name;
    } catch (InvalidStrategyException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new InvalidStrategyException(
          "strategy provider " + type + " is broken: " + Texts.oneLine(e), e);
    }
  }
}
