import org.jspecify.annotations.NullMarked;

/** A client for the Kalshi exchange: the values it trades in, its fees, order books and stream. */
@NullMarked
module io.github.kalshi4j.client {
  requires static transitive org.jspecify;
  requires tools.jackson.core;

  exports io.github.kalshi4j.client;
  exports io.github.kalshi4j.client.error;
  exports io.github.kalshi4j.client.fee;
  exports io.github.kalshi4j.client.market;
  exports io.github.kalshi4j.client.order;
  exports io.github.kalshi4j.client.stream;
  exports io.github.kalshi4j.client.value;
}
