import org.jspecify.annotations.NullMarked;

/** A local exchange that behaves as Kalshi's does: matching engine, clearing and market life. */
@NullMarked
module io.github.kalshi4j.simulator {
  requires transitive io.github.kalshi4j.client;
  requires static transitive org.jspecify;
  requires static org.junit.jupiter.api;
  requires org.bouncycastle.provider;
  requires org.eclipse.jetty.http;
  requires org.eclipse.jetty.io;
  requires org.eclipse.jetty.server;
  requires org.eclipse.jetty.util;
  requires org.eclipse.jetty.websocket.core.common;
  requires org.eclipse.jetty.websocket.core.server;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  exports io.github.kalshi4j.simulator.access;
  exports io.github.kalshi4j.simulator.exchange;
  exports io.github.kalshi4j.simulator.fault;
  exports io.github.kalshi4j.simulator.junit;
  exports io.github.kalshi4j.simulator.ledger;
  exports io.github.kalshi4j.simulator.market;
  exports io.github.kalshi4j.simulator.life;
  exports io.github.kalshi4j.simulator.matching;
  exports io.github.kalshi4j.simulator.reference;
  exports io.github.kalshi4j.simulator.series;
  exports io.github.kalshi4j.simulator.server;
  exports io.github.kalshi4j.simulator.world;
}
