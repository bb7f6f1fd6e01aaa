package io.github.kalshi4j.client.structuredtarget;

/** Teams, players and places that markets are about. */
public interface StructuredTargetsApi {}
