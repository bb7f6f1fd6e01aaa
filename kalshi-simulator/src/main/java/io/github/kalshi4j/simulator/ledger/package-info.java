/**
 * Who owns what: cash per {@link io.github.kalshi4j.simulator.ledger.Account} (a member's
 * subaccount on a shard), netted positions per {@link io.github.kalshi4j.simulator.ledger.Holding},
 * and what resting orders reserve. {@link io.github.kalshi4j.simulator.ledger.Ledger} moves the
 * money and keeps it whole: what one loses another has, to the micro-dollar.
 */
package io.github.kalshi4j.simulator.ledger;
