/** Tiers, rate limits and costs: {@link io.github.kalshi4j.client.account.AccountApi}. */
package io.github.kalshi4j.client.account;
