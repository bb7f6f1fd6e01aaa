/**
 * The REST protocol: {@link io.github.kalshi4j.simulator.internal.rest.HttpFront} takes requests
 * and verifies who signed them, {@link io.github.kalshi4j.simulator.internal.rest.Routes} finds
 * their operations, and the resources answer from what the engine says and has told.
 */
package io.github.kalshi4j.simulator.internal.rest;
