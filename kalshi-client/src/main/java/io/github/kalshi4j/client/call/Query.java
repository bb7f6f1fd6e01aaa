package io.github.kalshi4j.client.call;

import io.github.kalshi4j.client.value.WireEnum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is asked of a list: an immutable set of filters, each set by a {@code with…} method that
 * returns a copy. Setting one again replaces it, and the order in which they are set makes no
 * difference. Times are cut to whole seconds, as the exchange reads them: a lower bound downward,
 * an upper bound upward.
 *
 * @param <Q> the query itself
 */
public abstract class Query<Q extends Query<Q>> {
  private final List<QueryParameter> parameters;

  protected Query(List<QueryParameter> parameters) {
    this.parameters = List.copyOf(parameters);
  }

  /** Returns the same query with other parameters. */
  protected abstract Q copy(List<QueryParameter> changed);

  /** Returns what is sent, in order. */
  public final List<QueryParameter> parameters() {
    return parameters;
  }

  /** Returns whether a parameter is set. */
  protected final boolean has(String name) {
    return parameters.stream().anyMatch(p -> p.name().equals(name));
  }

  /** Returns a copy in which a parameter has this value: a ticker, an id, a number or a word. */
  protected final Q with(String name, Object value) {
    return withAll(name, List.of(text(value)));
  }

  /** Returns a copy with the values of a parameter joined by commas. */
  protected final Q withList(String name, Collection<?> values) {
    requireSome(name, values);
    List<String> texts = values.stream().map(Query::text).toList();
    for (String text : texts) {
      if (text.indexOf(',') >= 0) {
        throw new IllegalArgumentException(name + " joins values by commas, one has: " + text);
      }
    }
    return with(name, String.join(",", texts));
  }

  /** Returns a copy with a parameter that is repeated for each of its values. */
  protected final Q withEach(String name, Collection<?> values) {
    requireSome(name, values);
    return withAll(name, values.stream().map(Query::text).toList());
  }

  /** Returns a copy with a lower bound in whole seconds, cut downward. */
  protected final Q withFrom(String name, Instant time) {
    return with(name, time.getEpochSecond());
  }

  /** Returns a copy with an upper bound in whole seconds, cut upward. */
  protected final Q withTo(String name, Instant time) {
    return with(name, time.getEpochSecond() + (time.getNano() > 0 ? 1 : 0));
  }

  /** Returns a copy with a whole number, refused if it is outside these bounds. */
  protected final Q withInt(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " must be " + least + " to " + most + ": " + value);
    }
    return with(name, value);
  }

  private Q withAll(String name, List<String> values) {
    List<QueryParameter> changed = new ArrayList<>(parameters);
    changed.removeIf(p -> p.name().equals(name));
    values.forEach(value -> changed.add(new QueryParameter(name, value)));
    return copy(changed);
  }

  private static void requireSome(String name, Collection<?> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
  }

  private static String text(Object value) {
    String text = value instanceof WireEnum word ? word.wire() : value.toString();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty value in a query");
    }
    return text;
  }

  @Override
  public final boolean equals(Object other) {
    return other != null
        && other.getClass() == getClass()
        && ((Query<?>) other).byName().equals(byName());
  }

  @Override
  public final int hashCode() {
    return byName().hashCode();
  }

  private Map<String, List<String>> byName() {
    return parameters.stream()
        .collect(
            Collectors.groupingBy(
                QueryParameter::name,
                Collectors.mapping(QueryParameter::value, Collectors.toList())));
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + parameters;
  }
}
