/**
 * Subaccounts, their balances, netting and transfers: {@link
 * io.github.kalshi4j.client.subaccount.SubaccountsApi}.
 */
package io.github.kalshi4j.client.subaccount;
