package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.account.AccountLimits;
import io.github.kalshi4j.client.apikey.ApiKey;
import io.github.kalshi4j.client.apikey.ApiKeyList;
import io.github.kalshi4j.client.apikey.ApiKeyScope;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.call.UnknownField;
import io.github.kalshi4j.client.error.KalshiAuthenticationException;
import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.error.KalshiPermissionException;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.exchange.ExchangeStatus;
import io.github.kalshi4j.client.portfolio.Balance;
import io.github.kalshi4j.client.portfolio.ShardAmount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at everything between us and an order: the way to the exchange, the clock, the key, what it
 * may do, and the money. Whatever fails, the rest is looked at all the same, unless it cannot be.
 */
final class Examination {
  private static final String EXCHANGE = "exchange";
  private static final String CLOCK = "clock";
  private static final String SIGNATURE = "signature";
  private static final String PERMISSIONS = "permissions";
  private static final String LIMITS = "limits";
  private static final String BALANCE = "balance";
  private static final String STREAM = StreamCheck.NAME;
  private static final String FIELDS = "fields";
  private static final String REFUSED = "the signature is refused";
  private static final Duration NOTICEABLE = Duration.ofSeconds(1);
  private static final Duration HARMFUL = Duration.ofSeconds(5);
  private static final int MOST_FIELDS = 5;

  private final KalshiClient client;
  private final ExchangeAddress address;
  private final FoundCredentials credentials;
  private final String keyId;
  private final Supplier<Instant> now;
  private final AtomicBoolean answered;
  private boolean signatureRefused;

  private Examination(
      KalshiClient client,
      ExchangeAddress address,
      FoundCredentials credentials,
      String keyId,
      Supplier<Instant> now,
      AtomicBoolean answered) {
    this.client = client;
    this.address = address;
    this.credentials = credentials;
    this.keyId = keyId;
    this.now = now;
    this.answered = answered;
  }

  /** Makes all checks, in an order in which each explains those after it. */
  static List<Check> of(Console console, ExchangeAddress address, ClientConfig config) {
    FoundCredentials credentials = FoundCredentials.in(console.environment());
    AtomicBoolean answered = new AtomicBoolean();
    ClientConfig observed =
        config.withObserver(attempt -> {
          if (attempt.status() > 0) {
            answered.set(true);
          }
        });
    try (KalshiClient client = open(observed, credentials.credentials())) {
      return new Examination(
              client,
              address,
              credentials,
              FoundCredentials.id(console.environment()),
              console.time()::now,
              answered)
          .checks();
    }
  }

  private static KalshiClient open(ClientConfig config, @Nullable Credentials credentials) {
    return credentials == null
        ? KalshiClient.connect(config)
        : KalshiClient.connect(config, credentials);
  }

  private List<Check> checks() {
    Check exchange = exchange();
    List<Check> account = account();
    List<Check> all = new ArrayList<>();
    all.add(exchange);
    all.add(clock()); // late, since each answer has told more of the exchange's clock
    all.add(credentials.found());
    all.add(credentials.key());
    all.addAll(account);
    all.add(stream(account.getFirst()));
    all.add(fields());
    return List.copyOf(all);
  }

  private Check exchange() {
    ExchangeStatus status;
    try {
      status = client.exchange().status();
    } catch (KalshiException e) {
      return Check.failed(EXCHANGE, said(e), Remedies.of(e));
    }
    String resume =
        status.estimatedResume() == null
            ? "wait; maintenance is on Thursdays, 3 to 5 am in New York"
            : "wait; it expects to go on at " + Shown.cell(status.estimatedResume());
    if (!status.exchangeActive()) {
      return Check.warning(
          EXCHANGE, "paused: it takes no requests, cancellations included", resume);
    }
    if (!status.tradingActive()) {
      return Check.warning(EXCHANGE, "trading is paused; it takes cancellations only", resume);
    }
    String paused =
        status.shards().stream()
            .filter(shard -> !shard.tradingActive() || !shard.exchangeActive())
            .map(shard -> shard.exchangeIndex() + " (" + shard.description() + ")")
            .collect(Collectors.joining(", "));
    if (!paused.isEmpty()) {
      return Check.warning(EXCHANGE, "trading is active, but paused on shard " + paused, resume);
    }
    if (address.isInTheClear()) {
      return Check.warning(
          EXCHANGE,
          "trading is active, but requests travel in clear text",
          "use an https address, unless the network is your own");
    }
    return Check.ok(EXCHANGE, "trading is active");
  }

  private Check clock() {
    if (!answered.get()) {
      return Check.skipped(CLOCK, "the exchange did not answer");
    }
    Duration ahead = client.clockOffset();
    Duration off = ahead.abs();
    if (off.compareTo(NOTICEABLE) <= 0) {
      return Check.ok(CLOCK, "within a second of the exchange's");
    }
    String detail =
        String.format(
            Locale.ROOT,
            "at least %.1f s %s the exchange's",
            off.toMillis() / 1000.0,
            ahead.isNegative() ? "ahead of" : "behind");
    String advice = "set this machine's clock by the network (NTP)";
    return off.compareTo(HARMFUL) <= 0
        ? Check.warning(CLOCK, detail, advice)
        : Check.failed(CLOCK, detail, advice);
  }

  private List<Check> account() {
    if (credentials.credentials() == null) {
      return skipped("there is no key to sign with", SIGNATURE, PERMISSIONS, LIMITS, BALANCE);
    }
    Check limits;
    try {
      limits = limits(client.account().limits());
    } catch (KalshiAuthenticationException e) {
      signatureRefused = true;
      return with(
          Check.failed(SIGNATURE, said(e), remedy(e)),
          skipped(REFUSED, PERMISSIONS, LIMITS, BALANCE));
    } catch (KalshiTransportException e) {
      return with(
          Check.failed(SIGNATURE, said(e), Remedies.of(e)),
          skipped("the exchange did not answer", PERMISSIONS, LIMITS, BALANCE));
    } catch (KalshiException e) {
      if (!isForbidden(e)) {
        return List.of(
            Check.failed(SIGNATURE, "not checked: " + said(e), Remedies.of(e)),
            permissions(),
            Check.skipped(LIMITS, "not answered, see signature"),
            balance());
      }
      limits = problem(LIMITS, e); // who knows what a key may do has accepted the signature
    }
    return List.of(Check.ok(SIGNATURE, "accepted"), permissions(), limits, balance());
  }

  private static List<Check> with(Check first, List<Check> others) {
    List<Check> all = new ArrayList<>();
    all.add(first);
    all.addAll(others);
    return all;
  }

  private static List<Check> skipped(String why, String... names) {
    return List.of(names).stream().map(name -> Check.skipped(name, why)).toList();
  }

  /** Returns what a failed call means: no permission is worth knowing, anything else is wrong. */
  private static Check problem(String name, KalshiException e) {
    return isForbidden(e)
        ? Check.warning(
            name,
            "the key may not ask: " + said(e),
            "a key of scope read, not bound to one subaccount, may")
        : Check.failed(name, said(e), Remedies.of(e));
  }

  /** Returns whether the exchange itself says that the key may not do something. */
  private static boolean isForbidden(KalshiException e) {
    return e instanceof KalshiPermissionException refused && !Remedies.isPage(refused);
  }

  private static String said(KalshiException e) {
    return Failures.oneLine(e.getMessage());
  }

  /** Returns what is wrong with a key, or the clock, as far as the exchange says. */
  private static String remedy(KalshiAuthenticationException e) {
    if (e.hasCode("header_timestamp_expired")) {
      return "set this machine's clock by the network (NTP)";
    }
    if (e.hasCode("signature_is_missing_from_headers")) {
      return "a proxy on the way seems to take headers away";
    }
    String environment =
        "that "
            + ExchangeAddress.VARIABLE
            + " is where the key was made, since demo and live do not share keys";
    if (e.details().orElse("").contains("NOT_FOUND")) {
      return "the exchange has no key of this id: check "
          + Credentials.KEY_ID_VARIABLE
          + ", and "
          + environment;
    }
    if (said(e).contains("INCORRECT_API_KEY_SIGNATURE")) {
      return "the private key is not the one of this id, or --base-url has another path than the"
          + " exchange's";
    }
    return "check that the private key is the one of this id, and " + environment;
  }

  private Check permissions() {
    ApiKeyList keys;
    try {
      keys = client.apiKeys().list();
    } catch (KalshiException e) {
      return problem(PERMISSIONS, e);
    }
    for (ApiKey key : keys.keys()) {
      if (key.id().value().equals(keyId)) {
        return permissions(key, keys.regionExpiration());
      }
    }
    return Check.warning(
        PERMISSIONS,
        "the key is not in the account's list of " + keys.keys().size(),
        "check " + Credentials.KEY_ID_VARIABLE);
  }

  private Check permissions(ApiKey key, @Nullable Instant regionExpiration) {
    String scopes =
        key.scopes().stream()
            .map(scope -> scope == ApiKeyScope.UNRECOGNIZED ? "an unknown scope" : scope.wire())
            .collect(Collectors.joining(", "));
    String detail =
        (scopes.isEmpty() ? "no scopes" : scopes)
            + (key.subaccount() == null ? "" : "; subaccount " + key.subaccount() + " only");
    if (key.subtrader() != null) {
      return Check.failed(
          PERMISSIONS,
          detail + "; bound to a customer of a clearing member, which REST refuses",
          "use a key that is not bound");
    }
    if (regionExpiration != null && regionExpiration.isBefore(now.get())) {
      return Check.warning(
          PERMISSIONS,
          detail + "; the account's word on its location ran out at " + regionExpiration,
          "give it again on the exchange's website");
    }
    boolean trades =
        key.scopes().contains(ApiKeyScope.WRITE) || key.scopes().contains(ApiKeyScope.WRITE_TRADE);
    return Check.ok(PERMISSIONS, trades ? detail : detail + "; it cannot place orders");
  }

  private static Check limits(AccountLimits limits) {
    return Check.ok(
        LIMITS,
        "tier "
            + limits.usageTier()
            + "; tokens a second (at once): reads "
            + tokens(limits.read())
            + ", writes "
            + tokens(limits.write()));
  }

  private static String tokens(AccountLimits.Bucket bucket) {
    return bucket.refillRate() + " (" + bucket.bucketCapacity() + ")";
  }

  private Check balance() {
    Balance balance;
    try {
      balance = client.portfolio().balance();
    } catch (KalshiException e) {
      return problem(BALANCE, e);
    }
    String detail =
        Shown.dollars(balance.available())
            + balance.shards().stream()
                .map(shard -> shard.exchangeIndex() + ": " + Shown.dollars(shard.amount()))
                .collect(Collectors.joining(", ", "; by shard ", ""));
    if (balance.shards().isEmpty()) {
      detail = Shown.dollars(balance.available()) + ", the shards are not told";
    }
    if (balance.available().signum() <= 0) {
      return Check.warning(BALANCE, detail, "orders need money: deposit some");
    }
    boolean onFirst =
        balance.shards().stream().anyMatch(s -> s.exchangeIndex() == 0 && s.amount().signum() > 0);
    List<String> empty =
        balance.shards().stream()
            .filter(shard -> shard.exchangeIndex() != 0 && shard.amount().signum() <= 0)
            .map(ShardAmount::exchangeIndex)
            .map(String::valueOf)
            .toList();
    return onFirst && !empty.isEmpty()
        ? Check.warning(
            BALANCE,
            detail,
            "orders in markets of shard "
                + String.join(" or ", empty)
                + " need money there: transfer some, or set a target allocation")
        : Check.ok(BALANCE, detail);
  }

  private Check stream(Check signature) {
    return signatureRefused
        ? Check.skipped(STREAM, REFUSED)
        : StreamCheck.of(
            client.stream(),
            address,
            credentials.credentials() != null,
            signature.status() == Check.Status.OK);
  }

  private Check fields() {
    if (!answered.get()) {
      return Check.skipped(FIELDS, "the exchange did not answer");
    }
    List<UnknownField> unknown = client.unknownFields();
    if (unknown.isEmpty()) {
      return Check.ok(FIELDS, "this version knows all that was answered");
    }
    return Check.warning(
        FIELDS,
        unknown.size()
            + " unknown: "
            + unknown.stream()
                .limit(MOST_FIELDS)
                .map(field -> field.type() + "." + field.field())
                .collect(Collectors.joining(", "))
            + (unknown.size() > MOST_FIELDS ? ", ..." : ""),
        "nothing is lost; a newer version of kalshi4j may know them");
  }
}
