package io.github.kalshi4j.client.apikey;

/** API keys: listing, making and revoking them. */
public interface ApiKeysApi {}
