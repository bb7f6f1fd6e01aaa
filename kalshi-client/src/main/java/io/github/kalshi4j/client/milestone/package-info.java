/**
 * What events turn on: games, releases, ceremonies: {@link
 * io.github.kalshi4j.client.milestone.MilestonesApi}.
 */
package io.github.kalshi4j.client.milestone;
