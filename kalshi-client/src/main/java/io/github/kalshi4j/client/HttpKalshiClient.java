package io.github.kalshi4j.client;

import io.github.kalshi4j.client.account.AccountApi;
import io.github.kalshi4j.client.apikey.ApiKeysApi;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.call.CallObserver;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.call.UnknownField;
import io.github.kalshi4j.client.communications.CommunicationsApi;
import io.github.kalshi4j.client.event.EventsApi;
import io.github.kalshi4j.client.exchange.ExchangeApi;
import io.github.kalshi4j.client.fcm.FcmApi;
import io.github.kalshi4j.client.historical.HistoricalApi;
import io.github.kalshi4j.client.incentive.IncentiveProgramsApi;
import io.github.kalshi4j.client.internal.auth.Authenticator;
import io.github.kalshi4j.client.internal.auth.ClockSkew;
import io.github.kalshi4j.client.internal.http.Caller;
import io.github.kalshi4j.client.internal.http.HttpSettings;
import io.github.kalshi4j.client.internal.http.Retries;
import io.github.kalshi4j.client.internal.json.UnknownCounter;
import io.github.kalshi4j.client.internal.json.WireJson;
import io.github.kalshi4j.client.internal.rate.RateBudget;
import io.github.kalshi4j.client.internal.rest.RestAccount;
import io.github.kalshi4j.client.internal.rest.RestApiKeys;
import io.github.kalshi4j.client.internal.rest.RestCommunications;
import io.github.kalshi4j.client.internal.rest.RestEvents;
import io.github.kalshi4j.client.internal.rest.RestExchange;
import io.github.kalshi4j.client.internal.rest.RestFcm;
import io.github.kalshi4j.client.internal.rest.RestHistorical;
import io.github.kalshi4j.client.internal.rest.RestIncentivePrograms;
import io.github.kalshi4j.client.internal.rest.RestLiveData;
import io.github.kalshi4j.client.internal.rest.RestMarkets;
import io.github.kalshi4j.client.internal.rest.RestMilestones;
import io.github.kalshi4j.client.internal.rest.RestMultivariate;
import io.github.kalshi4j.client.internal.rest.RestOrderGroups;
import io.github.kalshi4j.client.internal.rest.RestOrders;
import io.github.kalshi4j.client.internal.rest.RestPortfolio;
import io.github.kalshi4j.client.internal.rest.RestSearch;
import io.github.kalshi4j.client.internal.rest.RestSeries;
import io.github.kalshi4j.client.internal.rest.RestStructuredTargets;
import io.github.kalshi4j.client.internal.rest.RestSubaccounts;
import io.github.kalshi4j.client.internal.rest.Shards;
import io.github.kalshi4j.client.internal.stream.LinkSettings;
import io.github.kalshi4j.client.internal.stream.LiveStream;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The client over HTTP. */
final class HttpKalshiClient implements KalshiClient {
  private static final System.Logger LOG = System.getLogger(KalshiClient.class.getName());
  private static final LongUnaryOperator RANDOM =
      bound -> ThreadLocalRandom.current().nextLong(bound);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Caller caller;
  private final UnknownCounter unknown;
  private final Shards shards;
  private final boolean ownLimits;
  private final boolean view;
  private final AccountApi account;
  private final ApiKeysApi apiKeys;
  private final CommunicationsApi communications;
  private final EventsApi events;
  private final ExchangeApi exchange;
  private final FcmApi fcm;
  private final HistoricalApi historical;
  private final IncentiveProgramsApi incentivePrograms;
  private final LiveDataApi liveData;
  private final MarketsApi markets;
  private final MilestonesApi milestones;
  private final MultivariateApi multivariate;
  private final OrderGroupsApi orderGroups;
  private final OrdersApi orders;
  private final PortfolioApi portfolio;
  private final SearchApi search;
  private final SeriesApi series;
  private final StructuredTargetsApi structuredTargets;
  private final SubaccountsApi subaccounts;

  private final KalshiStream stream;

  private HttpKalshiClient(
      Caller caller,
      UnknownCounter unknown,
      Shards shards,
      boolean ownLimits,
      Function<LiveStream.Rest, KalshiStream> streams,
      boolean view) {
    this.caller = caller;
    this.unknown = unknown;
    this.shards = shards;
    this.ownLimits = ownLimits;
    this.view = view;
    account = new RestAccount(caller, ownLimits);
    apiKeys = new RestApiKeys(caller);
    communications = new RestCommunications(caller);
    events = new RestEvents(caller, shards);
    exchange = new RestExchange(caller);
    fcm = new RestFcm(caller);
    historical = new RestHistorical(caller, shards);
    incentivePrograms = new RestIncentivePrograms(caller);
    liveData = new RestLiveData(caller);
    markets = new RestMarkets(caller, shards);
    milestones = new RestMilestones(caller);
    multivariate = new RestMultivariate(caller, shards);
    orderGroups = new RestOrderGroups(caller);
    orders = new RestOrders(caller, shards);
    portfolio = new RestPortfolio(caller, shards);
    search = new RestSearch(caller);
    series = new RestSeries(caller);
    structuredTargets = new RestStructuredTargets(caller);
    subaccounts = new RestSubaccounts(caller);
    stream = streams.apply(new LiveStream.Rest(markets, portfolio, orders));
  }

  static KalshiClient open(ClientConfig config, @Nullable Credentials credentials) {
    UnknownCounter unknown = new UnknownCounter(field -> report(config.observer(), field));
    ClockSkew skew = new ClockSkew();
    RateLimits limits = config.rateLimits() == null ? RateLimits.BASIC : config.rateLimits();
    String root = config.baseUrl().getRawPath();
    Authenticator authenticator =
        credentials == null
            ? null
            : Authenticator.start(
                credentials,
                skew,
                config.time(),
                RestOrders.FIXED_WRITES.stream().map(w -> w.replace(" ", " " + root)).toList(),
                config.readySignatures());
    WireJson json = new WireJson(unknown);
    Caller caller =
        Caller.open(
            new HttpSettings(
                config.baseUrl(),
                config.connectTimeout(),
                config.transport().userAgent(),
                config.transport().acceptLanguage(),
                config.transport().proxy(),
                config.transport().sslContext(),
                config.transport().client()),
            json,
            authenticator,
            skew,
            new RateBudget(limits, config.time()),
            new Retries(config.attempts(), FIRST_PAUSE, LONGEST_PAUSE, config.time(), RANDOM),
            config.requestTimeout(),
            config.budgetPatience(),
            config.observer());
    StreamOptions options = config.stream();
    LinkSettings settings =
        new LinkSettings(
            caller.http(),
            config.streamUrl(),
            config.transport().userAgent(),
            config.connectTimeout(),
            options.commandTimeout(),
            options.silence(),
            options.firstPause(),
            options.longestPause(),
            options.maxFrameBytes(),
            RANDOM);
    HttpKalshiClient client =
        new HttpKalshiClient(
            caller,
            unknown,
            new Shards(),
            config.rateLimits() == null,
            rest -> LiveStream.open(settings, authenticator, skew, config.time(), json, rest),
            false);
    if (config.rateLimits() == null && credentials != null) {
      Thread.ofVirtual().name("kalshi-limits").start(client::learnLimits);
    }
    return client;
  }

  private static void report(CallObserver observer, UnknownField field) {
    try {
      observer.onUnknown(field);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the observer of calls failed", e);
    }
  }

  private void learnLimits() {
    try {
      account.limits();
      account.endpointCosts();
    } catch (RuntimeException e) { // nobody would hear of it on this thread
      LOG.log(
          System.Logger.Level.DEBUG,
          "the account''s rate limits are not known, those of the lowest tier are kept: {0}",
          e.getMessage());
    }
  }

  @Override
  public AccountApi account() {
    return account;
  }

  @Override
  public ApiKeysApi apiKeys() {
    return apiKeys;
  }

  @Override
  public CommunicationsApi communications() {
    return communications;
  }

  @Override
  public EventsApi events() {
    return events;
  }

  @Override
  public ExchangeApi exchange() {
    return exchange;
  }

  @Override
  public FcmApi fcm() {
    return fcm;
  }

  @Override
  public HistoricalApi historical() {
    return historical;
  }

  @Override
  public IncentiveProgramsApi incentivePrograms() {
    return incentivePrograms;
  }

  @Override
  public LiveDataApi liveData() {
    return liveData;
  }

  @Override
  public MarketsApi markets() {
    return markets;
  }

  @Override
  public MilestonesApi milestones() {
    return milestones;
  }

  @Override
  public MultivariateApi multivariate() {
    return multivariate;
  }

  @Override
  public OrderGroupsApi orderGroups() {
    return orderGroups;
  }

  @Override
  public OrdersApi orders() {
    return orders;
  }

  @Override
  public PortfolioApi portfolio() {
    return portfolio;
  }

  @Override
  public SearchApi search() {
    return search;
  }

  @Override
  public SeriesApi series() {
    return series;
  }

  @Override
  public KalshiStream stream() {
    return stream;
  }

  @Override
  public StructuredTargetsApi structuredTargets() {
    return structuredTargets;
  }

  @Override
  public SubaccountsApi subaccounts() {
    return subaccounts;
  }

  @Override
  public KalshiClient withRequestTimeout(Duration timeout) {
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("request timeout must be positive: " + timeout);
    }
    return new HttpKalshiClient(
        caller.withTimeout(timeout), unknown, shards, ownLimits, rest -> stream, true);
  }

  @Override
  public Duration clockOffset() {
    return caller.clockOffset();
  }

  @Override
  public List<UnknownField> unknownFields() {
    return unknown.fields();
  }

  @Override
  public void close() {
    if (!view) {
      stream.close();
      caller.close();
    }
  }
}
