/**
 * The exchange's fees by its published algorithm, the one definition used by edge, sizing, risk,
 * paper and report alike. {@link io.github.kalshi4j.client.fee.FeeSchedule} prices one fill; {@link
 * io.github.kalshi4j.client.fee.OrderFees} adds the rounding and the rebates of an order's fills.
 */
package io.github.kalshi4j.client.fee;
