package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.error.KalshiAuthenticationException;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.error.KalshiNotFoundException;
import io.github.kalshi4j.client.error.KalshiPermissionException;
import io.github.kalshi4j.client.error.KalshiRateLimitException;
import io.github.kalshi4j.client.error.KalshiServerException;
import io.github.kalshi4j.client.error.KalshiStreamException;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.error.RateBudgetException;

/** What a person can do about a failure of the exchange, or of the way to it. */
final class Remedies {
  private static final String BASE_URL = "check --base-url, which ends with /trade-api/v2";

  private Remedies() {}

  /** Returns what went wrong and what to do about it, to be shown on one line. */
  static String describe(KalshiException problem) {
    String remedy = of(problem);
    return problem.getMessage() + (remedy.isEmpty() ? "" : "; " + remedy);
  }

  /** Returns what to do about it; empty if the message says all that is known. */
  static String of(KalshiException problem) {
    return switch (problem) {
      case KalshiAuthenticationException e -> "kalshi doctor finds out what is wrong with the key";
      case KalshiPermissionException e when isPage(e) ->
          "a gateway before the exchange refuses it, perhaps for where this machine is";
      case KalshiPermissionException e -> "the key may not do this; kalshi doctor shows its scopes";
      case KalshiNotFoundException e when e.path().startsWith("/markets/") ->
          "check the ticker, and that its market is on this exchange";
      case KalshiNotFoundException e when e.path().startsWith("/series/") ->
          "check the ticker, and that its series is on this exchange";
      case KalshiNotFoundException e -> BASE_URL;
      case KalshiRateLimitException e -> "try again in a few seconds";
      case KalshiServerException e -> "try again later: the exchange or a gateway before it fails";
      case KalshiApiException e -> e.status() < 400 ? BASE_URL : "";
      case KalshiStreamException e -> "";
      case KalshiTransportException e -> "check the network and --base-url";
      case KalshiDecodingException e ->
          "check --base-url; if it is right, a newer version may be able to read this";
      case RateBudgetException e -> "try again in a few seconds";
    };
  }

  /** Returns whether the answer was a page, which is a gateway's and not the exchange's. */
  static boolean isPage(KalshiApiException problem) {
    return problem.code().isEmpty() && Failures.oneLine(problem.getMessage()).contains("<");
  }
}
