/**
 * Orders as they are sent: {@link io.github.kalshi4j.client.order.LimitOrder} is the only kind the
 * exchange has.
 */
package io.github.kalshi4j.client.order;
