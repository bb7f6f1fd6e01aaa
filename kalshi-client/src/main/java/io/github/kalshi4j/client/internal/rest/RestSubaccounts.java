package io.github.kalshi4j.client.internal.rest;

import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.subaccount.SubaccountsApi;

/** Subaccounts, their balances, netting and transfers, over REST. */
public final class RestSubaccounts implements SubaccountsApi {
  private final Caller caller;

  public RestSubaccounts(Caller caller) {
    this.caller = caller;
  }
}
