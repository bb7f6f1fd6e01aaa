package io.github.kalshi4j.client.internal.auth;

import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.auth.Header;
import io.github.kalshi4j.client.auth.RequestSigner;
import io.github.kalshi4j.client.time.TimeSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests with the exchange's time, from the pool of ready signatures where there is one.
 */
public final class Authenticator implements AutoCloseable {
  private final RequestSigner signer;
  private final ClockSkew skew;
  private final TimeSource time;
  private final Stamps stamps = new Stamps(ReadySignatures.WINDOW_MILLIS);
  private final @Nullable ReadySignatures ready;

  private Authenticator(
      RequestSigner signer, ClockSkew skew, TimeSource time, List<String> fixedWrites, int pool) {
    this.signer = signer;
    this.skew = skew;
    this.time = time;
    ready =
        pool == 0
            ? null
            : ReadySignatures.start(
                signer, routes(fixedWrites), pool, () -> exchangeTime().toEpochMilli(), time);
  }

  /**
   * Starts to sign.
   *
   * @param fixedWrites verbs and full paths to sign ahead: {@code POST
   *     /trade-api/v2/portfolio/events/orders}
   * @param pool how many signatures to keep ready for each; 0 for none
   */
  public static Authenticator start(
      Credentials credentials,
      ClockSkew skew,
      TimeSource time,
      List<String> fixedWrites,
      int pool) {
    return new Authenticator(credentials.signer(), skew, time, fixedWrites, pool);
  }

  private static List<ReadySignatures.Route> routes(List<String> fixedWrites) {
    return fixedWrites.stream()
        .map(route -> route.split(" ", 2))
        .map(parts -> new ReadySignatures.Route(parts[0], parts[1]))
        .toList();
  }

  /** Returns the headers of one request; a signature is never given out twice. */
  public List<Header> sign(String method, String path) {
    List<Header> headers =
        ready == null ? null : ready.take(new ReadySignatures.Route(method, path));
    return headers != null
        ? headers
        : signer.sign(stamps.next(exchangeTime().toEpochMilli()), method, path);
  }

  /** Returns the exchange's time as far as we know it. */
  public Instant exchangeTime() {
    return time.now().plus(skew.offset());
  }

  @Override
  public void close() {
    if (ready != null) {
      ready.close();
    }
  }
}
