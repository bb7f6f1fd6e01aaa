package io.github.kalshi4j.client;

import io.github.kalshi4j.client.account.AccountApi;
import io.github.kalshi4j.client.apikey.ApiKeysApi;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.call.UnknownField;
import io.github.kalshi4j.client.communications.CommunicationsApi;
import io.github.kalshi4j.client.event.EventsApi;
import io.github.kalshi4j.client.exchange.ExchangeApi;
import io.github.kalshi4j.client.fcm.FcmApi;
import io.github.kalshi4j.client.historical.HistoricalApi;
import io.github.kalshi4j.client.incentive.IncentiveProgramsApi;
import io.github.kalshi4j.client.livedata.LiveDataApi;
import io.github.kalshi4j.client.market.MarketsApi;
import io.github.kalshi4j.client.milestone.MilestonesApi;
import io.github.kalshi4j.client.multivariate.MultivariateApi;
import io.github.kalshi4j.client.order.OrdersApi;
import io.github.kalshi4j.client.ordergroup.OrderGroupsApi;
import io.github.kalshi4j.client.portfolio.PortfolioApi;
import io.github.kalshi4j.client.search.SearchApi;
import io.github.kalshi4j.client.series.SeriesApi;
import io.github.kalshi4j.client.stream.KalshiStream;
import io.github.kalshi4j.client.structuredtarget.StructuredTargetsApi;
import io.github.kalshi4j.client.subaccount.SubaccountsApi;
import java.time.Duration;
import java.util.List;

/**
 * A connection to the exchange: one interface for each group of its operations, and the stream. All
 * calls block, may be made from any thread, and end early with an exception when their thread is
 * interrupted; callers who want many at once use virtual threads.
 *
 * <p>Requests wait where the rate budget makes them. Reads are tried again where the failure may
 * pass; a write is sent again only after proof that it had no effect. What cannot be right is
 * refused with {@link IllegalArgumentException} before a byte is sent; everything else that goes
 * wrong is a {@link io.github.kalshi4j.client.error.KalshiException}.
 */
public interface KalshiClient extends AutoCloseable {
  /** Opens a client without credentials, for what anybody may ask. */
  static KalshiClient connect(ClientConfig config) {
    return HttpKalshiClient.open(config, null);
  }

  /**
   * Opens a client. Nothing is sent yet, but that the account's rate limits are read in the
   * background, unless the configuration names them.
   */
  static KalshiClient connect(ClientConfig config, Credentials credentials) {
    return HttpKalshiClient.open(config, credentials);
  }

  /** Tiers, rate limits and costs. */
  AccountApi account();

  /** API keys: listing, making and revoking them. */
  ApiKeysApi apiKeys();

  /** Requests for quotes (RFQs), quotes, and block trades. */
  CommunicationsApi communications();

  /** Events and their metadata, candles and fee changes. */
  EventsApi events();

  /** The exchange's state and hours. */
  ExchangeApi exchange();

  /** What clearing members (FCMs) do for their customers. */
  FcmApi fcm();

  /** The archive of what has left the live window. */
  HistoricalApi historical();

  /** Rewards for quoting and trading. */
  IncentiveProgramsApi incentivePrograms();

  /** Scores, statistics and weather behind events. */
  LiveDataApi liveData();

  /** Markets, order books, trades and candles. */
  MarketsApi markets();

  /** What events turn on: games, releases, ceremonies. */
  MilestonesApi milestones();

  /** Collections from which combos are made. */
  MultivariateApi multivariate();

  /** Groups of orders that share one limit. */
  OrderGroupsApi orderGroups();

  /** Placing, changing and finding orders. */
  OrdersApi orders();

  /** Balance, fills, positions, settlements and movements of money. */
  PortfolioApi portfolio();

  /** The words by which series are found. */
  SearchApi search();

  /** Series and their fees. */
  SeriesApi series();

  /** What the exchange streams: order books, trades, our fills and orders, and more. */
  KalshiStream stream();

  /** Teams, players and places that markets are about. */
  StructuredTargetsApi structuredTargets();

  /** Subaccounts, their balances, netting and transfers. */
  SubaccountsApi subaccounts();

  /**
   * Returns a view of this client whose requests may take another time each. It shares everything
   * else, and closing it does nothing.
   */
  KalshiClient withRequestTimeout(Duration timeout);

  /**
   * Returns by how much the exchange's clock is ahead of ours, as far as its answers have told;
   * requests are signed with its time.
   */
  Duration clockOffset();

  /** Returns the fields and words of answers so far that this version does not know. */
  List<UnknownField> unknownFields();

  /**
   * Breaks off what is under way and ends all threads, within seconds. A write that is broken off
   * so throws that its outcome is unknown. Calls made later fail.
   */
  @Override
  void close();
}
