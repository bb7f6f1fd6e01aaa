package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.call.QueryParameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over the wire.
 *
 * @param path below the API's root, still percent-encoded
 * @param query decoded, in order
 * @param headers by name in lower case
 */
public record ReceivedRequest(
    String method,
    String path,
    List<QueryParameter> query,
    Map<String, String> headers,
    String body) {
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
  }

  /** Returns whether it carried a signature, which the exchange then has verified. */
  public boolean isSigned() {
    return headers.containsKey("kalshi-access-signature");
  }

  /** Returns the values of a parameter. */
  public List<String> query(String name) {
    return query.stream().filter(p -> p.name().equals(name)).map(QueryParameter::value).toList();
  }

  @Override
  public String toString() {
    return method + ' ' + path;
  }
}
