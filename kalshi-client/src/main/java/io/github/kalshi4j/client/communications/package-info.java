/**
 * Requests for quotes (RFQs), quotes, and block trades: {@link
 * io.github.kalshi4j.client.communications.NewRfq} asks for prices, {@link
 * io.github.kalshi4j.client.communications.NewQuote} offers them, {@link
 * io.github.kalshi4j.client.communications.NewBlockTrade} proposes a trade between two members, and
 * {@link io.github.kalshi4j.client.communications.CommunicationsApi} sends, lists and accepts them.
 */
package io.github.kalshi4j.client.communications;
