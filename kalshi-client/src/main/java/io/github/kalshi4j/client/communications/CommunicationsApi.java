package io.github.kalshi4j.client.communications;

/** Requests for quotes (RFQs), quotes, and block trades. */
public interface CommunicationsApi {}
