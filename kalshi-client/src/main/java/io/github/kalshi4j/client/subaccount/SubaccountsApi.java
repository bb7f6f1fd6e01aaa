package io.github.kalshi4j.client.subaccount;

/** Subaccounts, their balances, netting and transfers. */
public interface SubaccountsApi {}
