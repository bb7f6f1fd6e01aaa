package io.github.kalshi4j.strategy;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A strategy's configuration: a record of typed values that can be listed, described and set by
 * name. Immutable; every change goes through the record's own constructor, which refuses what makes
 * no sense.
 *
 * <p>A component may be a {@code boolean}, {@code int}, {@code long} or {@code double}, a {@code
 * String}, {@code BigDecimal}, {@code Duration}, {@code Instant} or enum, or one of the SDK's
 * {@code Price}, {@code Quantity}, {@code Money}, {@code Probability} and tickers. A component that
 * is null by default is written {@code none}, and may be set back to it.
 *
 * @param <C> the strategy's configuration record; it must be public in an exported package, or in a
 *     package open to this module
 */
public final class Configuration<C extends Record> {
  private static final String NONE = "none";

  private final StrategyProvider<C> provider;
  private final Constructor<C> constructor;
  private final Map<String, Component> components; // in the order of the record
  private final C value;

  private Configuration(
      StrategyProvider<C> provider,
      Constructor<C> constructor,
      Map<String, Component> components,
      C value) {
    this.provider = provider;
    this.constructor = constructor;
    this.components = components;
    this.value = value;
  }

  /**
   * Returns the default configuration of a strategy.
   *
   * @throws InvalidStrategyException if its record cannot be read, or has a component of another
   *     type
   */
  public static <C extends Record> Configuration<C> of(StrategyProvider<C> provider) {
    C defaults = provider.defaults();
    if (defaults == null) {
      throw invalid(provider, "has no default configuration");
    }
    @SuppressWarnings("unchecked")
    Class<C> type = (Class<C>) defaults.getClass();
    RecordComponent[] declared = type.getRecordComponents();
    Constructor<C> constructor;
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new AssertionError("record without a canonical constructor: " + type, e);
    }
    open(provider, type, constructor, null);
    Map<String, Component> components = new LinkedHashMap<>();
    for (RecordComponent component : declared) {
      ParameterType parameterType =
          ParameterType.of(component.getType())
              .orElseThrow(() ->
                  invalid(
                      provider,
                      String.format(
                          "has the parameter %s of type %s, which cannot be set by a text",
                          component.getName(), component.getType().getName())));
      open(provider, type, component.getAccessor(), defaults);
      Parameter parameter = component.getAnnotation(Parameter.class);
      components.put(
          component.getName(),
          new Component(
              component.getName(),
              parameterType,
              component.getAccessor(),
              read(component.getAccessor(), defaults),
              parameter == null ? "" : parameter.value()));
    }
    return new Configuration<>(provider, constructor, components, defaults);
  }

  /** Returns the strategy it configures. */
  public StrategyProvider<C> provider() {
    return provider;
  }

  /** Returns the configuration as the strategy's own record. */
  public C value() {
    return value;
  }

  /** Returns every parameter, in the order of the record. */
  public List<ParameterInfo> parameters() {
    return components.values().stream().map(component -> component.info(value)).toList();
  }

  /**
   * Returns a copy with one parameter changed.
   *
   * @throws InvalidParameterException if there is no such parameter, the text is no value of its
   *     type, or the record refuses the value
   */
  public Configuration<C> with(String name, String text) {
    return withAll(Map.of(name, text));
  }

  /**
   * Returns a copy with some parameters changed at once, so that the record sees them together.
   *
   * @param texts the new values by the parameters' names
   * @throws InvalidParameterException if there is no such parameter, a text is no value of its
   *     type, or the record refuses the values
   */
  public Configuration<C> withAll(Map<String, String> texts) {
    if (texts.isEmpty()) {
      return this;
    }
    Map<String, String> sorted = new TreeMap<>(texts); // the same error whatever the map's order
    for (String name : sorted.keySet()) {
      if (!components.containsKey(name)) {
        throw new InvalidParameterException(
            provider.name()
                + " has no parameter "
                + name
                + "; "
                + Texts.known(name, components.keySet()));
      }
    }
    @Nullable Object[] arguments = new @Nullable Object[components.size()];
    int i = 0;
    for (Component component : components.values()) {
      String text = sorted.get(component.name);
      arguments[i++] =
          text == null ? read(component.accessor, value) : component.parse(provider.name(), text);
    }
    return new Configuration<>(provider, constructor, components, build(sorted, arguments));
  }

  /** Returns the strategy's name and every value: {@code momentum(window=5s, entry=0.0200)}. */
  @Override
  public String toString() {
    return parameters().stream()
        .map(parameter -> parameter.name() + "=" + parameter.value())
        .collect(Collectors.joining(", ", provider.name() + "(", ")"));
  }

  private C build(Map<String, String> texts, @Nullable Object[] arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        List<String> changes = new ArrayList<>();
        texts.forEach((name, text) -> changes.add(name + "=" + text));
        throw new InvalidParameterException(
            String.format(
                "%s refuses %s: %s",
                provider.name(), String.join(", ", changes), Texts.oneLine(refusal)),
            refusal);
      }
      throw new IllegalStateException("constructor of " + constructor.getDeclaringClass(), e);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("opened before: " + constructor, e);
    }
  }

  /** Makes sure that a member can be called: public and exported, or open to this module. */
  private static void open(
      StrategyProvider<?> provider, Class<?> type, AccessibleObject member, @Nullable Object on) {
    if (!member.canAccess(on) && !member.trySetAccessible()) {
      throw invalid(
          provider,
          String.format(
              "has the configuration %s, which cannot be read: make it public and export %s",
              type.getName(), type.getPackageName()));
    }
  }

  private static @Nullable Object read(Method accessor, Record from) {
    try {
      return accessor.invoke(from);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("accessor " + accessor, e);
    }
  }

  private static InvalidStrategyException invalid(StrategyProvider<?> provider, String what) {
    return new InvalidStrategyException(
        "strategy " + provider.name() + " (" + provider.getClass().getName() + ") " + what);
  }

  private record Component(
      String name,
      ParameterType type,
      Method accessor,
      @Nullable Object defaultValue,
      String description) {
    @Nullable Object parse(String strategy, String text) {
      if (defaultValue == null && text.equals(NONE)) {
        return null;
      }
      try {
        return type.parse().apply(text);
      } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
        throw new InvalidParameterException(
            String.format(
                "%s: parameter %s is \"%s\", but must be %s",
                strategy, name, text.replaceAll("\\R", " "), type.form()),
            e);
      }
    }

    ParameterInfo info(Record configuration) {
      return new ParameterInfo(
          name,
          type.word(),
          format(defaultValue),
          format(read(accessor, configuration)),
          description,
          type.choices());
    }

    private String format(@Nullable Object value) {
      return value == null ? NONE : type.format().apply(value);
    }
  }
}
