package io.github.kalshi4j.client.ordergroup;

/** Groups of orders that share one limit. */
public interface OrderGroupsApi {}
