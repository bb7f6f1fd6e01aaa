package io.github.kalshi4j.client.error;

import java.util.Optional;

/**
 * The exchange answered, and said no; nothing was done. Branch on {@link #code()}, not on the
 * status or the message: the same status stands for different things. Codes may carry a value at
 * their end, and new ones appear.
 */
public sealed class KalshiApiException extends KalshiException
    permits KalshiAuthenticationException,
        KalshiPermissionException,
        KalshiNotFoundException,
        KalshiConflictException,
        KalshiRateLimitException,
        KalshiServerException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public KalshiApiException(Refusal refusal) {
    super(refusal.describe());
    this.refusal = refusal;
  }

  /** Returns the exception for an answer that is not a success, by its status and code. */
  public static KalshiApiException of(Refusal refusal) {
    return switch (refusal.status()) {
      case 401 -> new KalshiAuthenticationException(refusal);
      case 403 -> new KalshiPermissionException(refusal);
      case 404 -> new KalshiNotFoundException(refusal);
      case 409 -> KalshiConflictException.ofConflict(refusal);
      case 429 -> new KalshiRateLimitException(refusal);
      default ->
          refusal.status() >= 500
              ? new KalshiServerException(refusal)
              : new KalshiApiException(refusal);
    };
  }

  public int status() {
    return refusal.status();
  }

  /** Returns the exchange's code, such as {@code insufficient_balance}. */
  public Optional<String> code() {
    return Optional.ofNullable(refusal.code());
  }

  /** Returns whether the code is this one, or begins with it and goes on with a value. */
  public boolean hasCode(String expected) {
    String code = refusal.code();
    return code != null
        && code.startsWith(expected)
        && (code.length() == expected.length() || code.charAt(expected.length()) == ':');
  }

  /** Returns the exchange's details, such as {@code post only cross}. */
  public Optional<String> details() {
    return Optional.ofNullable(refusal.details());
  }

  public Optional<String> requestId() {
    return Optional.ofNullable(refusal.requestId());
  }

  public String method() {
    return refusal.method();
  }

  /** Returns the path below the base URL, without the query. */
  public String path() {
    return refusal.path();
  }
}
