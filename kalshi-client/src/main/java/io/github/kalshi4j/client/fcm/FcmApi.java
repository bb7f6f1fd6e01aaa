package io.github.kalshi4j.client.fcm;

/** What clearing members (FCMs) do for their customers. */
public interface FcmApi {}
