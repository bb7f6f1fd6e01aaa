/** The state and hours of the exchange: {@link io.github.kalshi4j.client.exchange.ExchangeApi}. */
package io.github.kalshi4j.client.exchange;
