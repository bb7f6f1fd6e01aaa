package io.github.kalshi4j.client.search;

/** The words by which series are found. */
public interface SearchApi {}
