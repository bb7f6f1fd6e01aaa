/**
 * The momentum bot. {@link io.github.kalshi4j.examples.momentum.MomentumProvider} makes it known,
 * with the parameters of {@link io.github.kalshi4j.examples.momentum.MomentumConfig}; it needs
 * nothing that a user's own bot could not have.
 */
package io.github.kalshi4j.examples.momentum;
