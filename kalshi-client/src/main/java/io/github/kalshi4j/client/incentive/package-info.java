/**
 * Rewards for quoting and trading: {@link
 * io.github.kalshi4j.client.incentive.IncentiveProgramsApi}.
 */
package io.github.kalshi4j.client.incentive;
