/**
 * The values everything else is made of: {@link io.github.kalshi4j.client.value.Price}, {@link
 * io.github.kalshi4j.client.value.Quantity} and {@link io.github.kalshi4j.client.value.Money} are
 * exact counts with scales chosen so that price × quantity is money; {@link
 * io.github.kalshi4j.client.value.PriceGrid} says which prices a market allows; tickers and ids are
 * types of their own, so that they cannot be swapped.
 */
package io.github.kalshi4j.client.value;
