import org.jspecify.annotations.NullMarked;

/** A client for the Kalshi exchange: REST resources, the stream, and the values they trade in. */
@NullMarked
module io.github.kalshi4j.client {
  // Not static: which fields an answer may lack is read from @Nullable, at run time.
  requires transitive org.jspecify;
  requires com.fasterxml.jackson.annotation;
  requires dev.failsafe.core;
  requires java.net.http;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  exports io.github.kalshi4j.client;
  exports io.github.kalshi4j.client.account;
  exports io.github.kalshi4j.client.apikey;
  exports io.github.kalshi4j.client.auth;
  exports io.github.kalshi4j.client.call;
  exports io.github.kalshi4j.client.communications;
  exports io.github.kalshi4j.client.error;
  exports io.github.kalshi4j.client.event;
  exports io.github.kalshi4j.client.exchange;
  exports io.github.kalshi4j.client.fcm;
  exports io.github.kalshi4j.client.fee;
  exports io.github.kalshi4j.client.historical;
  exports io.github.kalshi4j.client.incentive;
  exports io.github.kalshi4j.client.livedata;
  exports io.github.kalshi4j.client.market;
  exports io.github.kalshi4j.client.milestone;
  exports io.github.kalshi4j.client.multivariate;
  exports io.github.kalshi4j.client.order;
  exports io.github.kalshi4j.client.ordergroup;
  exports io.github.kalshi4j.client.portfolio;
  exports io.github.kalshi4j.client.search;
  exports io.github.kalshi4j.client.series;
  exports io.github.kalshi4j.client.stream;
  exports io.github.kalshi4j.client.structuredtarget;
  exports io.github.kalshi4j.client.subaccount;
  exports io.github.kalshi4j.client.time;
  exports io.github.kalshi4j.client.value;

  opens io.github.kalshi4j.client.internal.rest to
      tools.jackson.databind;
}
