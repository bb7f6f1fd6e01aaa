/**
 * Collections from which combos are made: {@link
 * io.github.kalshi4j.client.multivariate.MultivariateApi}.
 */
package io.github.kalshi4j.client.multivariate;
