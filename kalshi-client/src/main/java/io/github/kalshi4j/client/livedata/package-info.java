/**
 * Scores, statistics and weather behind events: {@link
 * io.github.kalshi4j.client.livedata.LiveDataApi}.
 */
package io.github.kalshi4j.client.livedata;
