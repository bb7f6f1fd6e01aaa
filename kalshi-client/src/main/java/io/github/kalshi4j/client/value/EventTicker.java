package io.github.kalshi4j.client.value;

/** The name of an event, one occurrence of a series: {@code KXHIGHNY-26JUL04}. */
public record EventTicker(String value) implements Comparable<EventTicker> {
  public EventTicker {
    Identifiers.check("EventTicker", value);
  }

  public static EventTicker of(String value) {
    return new EventTicker(value);
  }

  @Override
  public int compareTo(EventTicker other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
