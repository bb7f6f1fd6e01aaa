package io.github.kalshi4j.client.internal.rest;

import java.util.List;

/** The body that cancels several orders. */
record CancelOrders(List<CancelOrder> orders) {}
