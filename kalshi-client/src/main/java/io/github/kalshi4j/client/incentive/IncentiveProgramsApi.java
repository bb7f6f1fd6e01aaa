package io.github.kalshi4j.client.incentive;

/** Rewards for quoting and trading. */
public interface IncentiveProgramsApi {}
