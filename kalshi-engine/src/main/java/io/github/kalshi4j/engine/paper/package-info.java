/**
 * Fills without an exchange: {@link io.github.kalshi4j.engine.paper.PaperVenue} executes orders
 * against the observed book, taking only what was there and consuming what it takes.
 */
package io.github.kalshi4j.engine.paper;
