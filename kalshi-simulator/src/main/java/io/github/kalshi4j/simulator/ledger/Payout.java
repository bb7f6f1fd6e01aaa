package io.github.kalshi4j.simulator.ledger;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;

/**
 * How a position ended.
 *
 * @param position what was held
 * @param cost what it had cost
 * @param paid what went to the balance
 * @param fee what rounding down to the precision of balances took
 */
public record Payout(NetPosition position, Money cost, Money paid, Money fee) {}
