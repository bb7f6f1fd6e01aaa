/**
 * What clearing members (FCMs) do for their customers: {@link
 * io.github.kalshi4j.client.fcm.FcmApi}.
 */
package io.github.kalshi4j.client.fcm;
