package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.stream.KalshiStream;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** The doctor's look at the stream: whether a connection is made, and how long that takes. */
final class StreamCheck {
  static final String NAME = "stream";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final int FAILURES = 500;

  /** What became of the first attempt to connect. */
  private record Attempt(StreamState end, Duration took) {}

  private StreamCheck() {}

  /**
   * Connects, and closes the stream.
   *
   * @param keyAccepted whether REST has accepted the key
   */
  static Check of(
      KalshiStream stream, ExchangeAddress address, boolean signed, boolean keyAccepted) {
    Attempt attempt = attempt(stream);
    String took = "in " + attempt.took().toMillis() + " ms";
    String url = address.streamUrl().toString();
    return switch (attempt.end()) {
      case StreamState.Connected ignored when address.isStreamInTheClear() ->
          Check.warning(
              NAME,
              url + " accepted " + took + ", but it travels in clear text",
              "use a wss address, unless the network is your own");
      case StreamState.Connected ignored ->
          Check.ok(NAME, url + " accepted " + took + (signed ? "" : ", without a key"));
      case StreamState.Refused refused when refused.status() == UNAUTHORIZED && !signed ->
          Check.skipped(NAME, url + " answers, but there is no key to sign with");
      case StreamState.Refused refused ->
          Check.failed(
              NAME,
              url + " refused the connection with " + refused.status(),
              remedy(refused.status(), keyAccepted));
      case StreamState.Disconnected lost ->
          Check.failed(
              NAME,
              "no connection to " + url + ": " + StreamReasons.words(lost),
              "check the network and --stream-url; a firewall may let no WebSocket pass");
      case StreamState.Idle idle -> unclear(url);
      case StreamState.Connecting connecting -> unclear(url);
      case StreamState.Closed closed -> unclear(url);
    };
  }

  private static Check unclear(String url) {
    return Check.failed(NAME, "no connection to " + url, "try again");
  }

  private static String remedy(int status, boolean keyAccepted) {
    if (status == UNAUTHORIZED) {
      return keyAccepted
          ? "REST accepts the key, so --stream-url may be another exchange's"
          : "see signature: the stream takes the same key, and the same clock";
    }
    if (status == FORBIDDEN) {
      return "the key may not connect, or a gateway refuses it, perhaps for where this machine is";
    }
    if (status == TOO_MANY) {
      return "too many connections of this account: end some, or try again later";
    }
    return status >= FAILURES
        ? "try again later: the exchange or a gateway before it fails"
        : "check --stream-url, which ends with /trade-api/ws/v2";
  }

  /** Returns what becomes of connecting, which takes no longer than a connection may. */
  private static Attempt attempt(KalshiStream stream) {
    AtomicReference<Instant> began = new AtomicReference<>(stream.state().at());
    CompletableFuture<Attempt> first = new CompletableFuture<>();
    stream.observe(state -> {
      switch (state) {
        case StreamState.Connecting connecting -> began.set(connecting.at());
        case StreamState.Refused refused when refused.retryIn().isZero() -> {
          // for our clock, which is corrected: it is tried again at once
        }
        case StreamState.Idle idle -> {}
        case StreamState.Connected s -> end(first, began, s);
        case StreamState.Refused s -> end(first, began, s);
        case StreamState.Disconnected s -> end(first, began, s);
        case StreamState.Closed s -> end(first, began, s);
      }
    });
    Thread.ofVirtual()
        .name("kalshi-doctor")
        .start(() -> {
          try {
            var unused = stream.subscribe(StreamRequest.orderGroups(), event -> {});
          } catch (KalshiException | IllegalStateException e) {
            // the state has told why, or the stream was closed before it was confirmed
          }
        });
    Attempt attempt = first.join();
    stream.close();
    return attempt;
  }

  private static void end(
      CompletableFuture<Attempt> first, AtomicReference<Instant> began, StreamState state) {
    first.complete(new Attempt(state, Duration.between(began.get(), state.at())));
  }
}
