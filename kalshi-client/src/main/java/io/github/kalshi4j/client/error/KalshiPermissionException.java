package io.github.kalshi4j.client.error;

/**
 * The key may not do this (403): its scopes, its restriction to one subaccount, or an endpoint that
 * is only for clearing members.
 */
public final class KalshiPermissionException extends KalshiApiException {
  private static final long serialVersionUID = 1L;

  KalshiPermissionException(Refusal refusal) {
    super(refusal);
  }
}
