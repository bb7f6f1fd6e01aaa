package io.github.kalshi4j.client.milestone;

/** What events turn on: games, releases, ceremonies. */
public interface MilestonesApi {}
