/**
 * Requests for quotes (RFQs), quotes, and block trades: {@link
 * io.github.kalshi4j.client.communications.CommunicationsApi}.
 */
package io.github.kalshi4j.client.communications;
