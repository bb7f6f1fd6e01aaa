/**
 * Groups of orders that share one limit: {@link
 * io.github.kalshi4j.client.ordergroup.OrderGroupsApi}.
 */
package io.github.kalshi4j.client.ordergroup;
