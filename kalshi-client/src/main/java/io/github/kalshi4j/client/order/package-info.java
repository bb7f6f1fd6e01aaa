/**
 * Our orders: {@link io.github.kalshi4j.client.order.LimitOrder} is the only kind the exchange has,
 * {@link io.github.kalshi4j.client.order.OrdersApi} places, changes and finds them.
 */
package io.github.kalshi4j.client.order;
