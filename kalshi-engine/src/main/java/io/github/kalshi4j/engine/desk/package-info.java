/**
 * Between what risk approved and where it is executed: {@link
 * io.github.kalshi4j.engine.desk.OrderDesk} names, sends and follows every order; a {@link
 * io.github.kalshi4j.engine.desk.Venue} executes them, on paper or live.
 */
package io.github.kalshi4j.engine.desk;
