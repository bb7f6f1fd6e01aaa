/**
 * Teams, players and places that markets are about: {@link
 * io.github.kalshi4j.client.structuredtarget.StructuredTargetsApi}.
 */
package io.github.kalshi4j.client.structuredtarget;
