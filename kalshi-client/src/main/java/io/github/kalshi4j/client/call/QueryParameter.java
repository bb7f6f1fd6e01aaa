package io.github.kalshi4j.client.call;

/** One {@code name=value} of a request's query, not yet encoded. */
public record QueryParameter(String name, String value) {
  @Override
  public String toString() {
    return name + '=' + value;
  }
}
