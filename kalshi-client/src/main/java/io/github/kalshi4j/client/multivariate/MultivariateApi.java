package io.github.kalshi4j.client.multivariate;

/** Collections from which combos are made. */
public interface MultivariateApi {}
