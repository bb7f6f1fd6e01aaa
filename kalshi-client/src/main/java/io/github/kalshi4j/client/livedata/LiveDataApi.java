package io.github.kalshi4j.client.livedata;

/** Scores, statistics and weather behind events. */
public interface LiveDataApi {}
