package io.github.kalshi4j.client.internal.rest;

import java.util.List;

/** The body that places several orders. */
record CreateOrders(List<CreateOrder> orders) {}
