package io.github.kalshi4j.client.internal.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.github.kalshi4j.client.auth.Header;
import io.github.kalshi4j.client.call.Attempt;
import io.github.kalshi4j.client.call.CallObserver;
import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.error.KalshiRateLimitException;
import io.github.kalshi4j.client.error.KalshiServerException;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.error.OrderOutcomeUnknownException;
import io.github.kalshi4j.client.error.OutcomeUnknownException;
import io.github.kalshi4j.client.error.RateBudgetException;
import io.github.kalshi4j.client.error.UnresolvedOrder;
import io.github.kalshi4j.client.internal.auth.Authenticator;
import io.github.kalshi4j.client.internal.auth.ClockSkew;
import io.github.kalshi4j.client.internal.json.WireJson;
import io.github.kalshi4j.client.internal.rate.RateBudget;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls: waits for the budget, signs, sends, reads the answer, and decides what may be tried
 * again.
 *
 * <p>A read is tried again after anything that may pass: no answer, 429, 5xx. A write is tried
 * again only after proof that it had no effect: 429, a connection that was never made, and once
 * after a 401 for the clock. Anything else that leaves a write without a readable answer is {@link
 * OutcomeUnknownException}, a success with a broken body included. Each attempt is signed anew,
 * after it has waited.
 *
 * <p>Safe for threads.
 */
public final class Caller implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Caller.class.getName());
  private static final String CLOCK_CODE = "header_timestamp_expired";
  private static final int UNAUTHORIZED = 401;
  private static final int GATEWAY_GAVE_UP = 408;
  private static final int TOO_MANY = 429;
  private static final int FAILURES = 500;

  /** A success of which nothing else matters. */
  private record Done() {}

  /** What all callers of one client share. */
  private record Shared(
      HttpSettings settings,
      Wire wire,
      WireJson json,
      ErrorBodies errors,
      @Nullable Authenticator authenticator,
      ClockSkew skew,
      RateBudget budget,
      AtomicReference<EndpointCosts> costs,
      Retries retries,
      Duration patience,
      CallObserver observer,
      TimeSource time,
      AtomicBoolean open) {}

  private final Shared shared;
  private final Duration timeout;
  private final FailsafeExecutor<Object> reads;

  private Caller(Shared shared, Duration timeout) {
    this.shared = shared;
    this.timeout = timeout;
    reads =
        Failsafe.with(
            RetryPolicy.builder() // without a delay: the pause is ours, on our own clock
                .handleIf(problem -> mayPass(problem))
                .withMaxRetries(shared.retries.attempts() - 1)
                .build());
  }

  /**
   * Opens a caller.
   *
   * @param authenticator null for one that only makes public calls; closed with this
   * @param timeout for one attempt, from sending it to its whole answer
   * @param patience how long at most a request waits for the budget
   */
  public static Caller open(
      HttpSettings settings,
      WireJson json,
      @Nullable Authenticator authenticator,
      ClockSkew skew,
      RateBudget budget,
      Retries retries,
      Duration timeout,
      Duration patience,
      CallObserver observer) {
    return new Caller(
        new Shared(
            settings,
            new Wire(settings),
            json,
            new ErrorBodies(json),
            authenticator,
            skew,
            budget,
            new AtomicReference<>(EndpointCosts.PUBLISHED),
            retries,
            patience,
            observer,
            retries.time(),
            new AtomicBoolean(true)),
        timeout);
  }

  /** Returns a caller that shares everything with this one but the time limit of an attempt. */
  public Caller withTimeout(Duration limit) {
    return new Caller(shared, limit);
  }

  public void useCosts(EndpointCosts costs) {
    shared.costs.set(costs);
  }

  public RateBudget budget() {
    return shared.budget;
  }

  /** Returns what requests travel by; closed with this. */
  public HttpClient http() {
    return shared.wire.client();
  }

  public boolean hasCredentials() {
    return shared.authenticator != null;
  }

  /** Returns the time limit of one attempt. */
  public Duration timeout() {
    return timeout;
  }

  /** Returns the exchange's time as far as we know it. */
  public Instant exchangeTime() {
    return shared.time.now().plus(shared.skew.offset());
  }

  /** Returns by how much the exchange's clock is ahead of ours, as far as we know. */
  public Duration clockOffset() {
    return shared.skew.offset();
  }

  /** Reads something, trying again where the failure may pass. */
  public <T> T read(Call call, Class<T> type) {
    return reads.get(context -> readOnce(call, type, context.getAttemptCount()));
  }

  private <T> T readOnce(Call call, Class<T> type, int failed) {
    if (failed > 0) {
      pause(call, failed);
    }
    Sent sent = sendInTime(call, failed + 1);
    if (sent.answer == null) {
      throw unanswered(call, sent);
    }
    if (sent.answer.isSuccess()) {
      return decode(call, sent, sent.answer, type);
    }
    if (call.readsFailures() && sent.answer.status() >= FAILURES) {
      try {
        return decode(call, sent, sent.answer, type);
      } catch (KalshiDecodingException e) {
        // then it is a failure like any other
      }
    }
    throw refusal(call, sent, sent.answer);
  }

  /** Changes something; the answer's body does not matter. */
  public void write(Call call) {
    write(call, Done.class, List.of());
  }

  /** Changes something. */
  public <T> T write(Call call, Class<T> type) {
    return write(call, type, List.of());
  }

  /**
   * Places orders.
   *
   * @param orders their client order ids and markets, for the case that no answer comes
   */
  public <T> T place(Call call, Class<T> type, List<Placed> orders) {
    return write(call, type, orders);
  }

  /** An order that a call places. */
  public record Placed(ClientOrderId clientOrderId, MarketTicker market) {}

  private <T> T write(Call call, Class<T> type, List<Placed> orders) {
    for (int attempt = 1; ; attempt++) {
      Sent sent = sendInTime(call, attempt);
      KalshiException failure;
      if (sent.answer == null) {
        failure = unanswered(call, sent);
        if (sent.problem().mayHaveBeenSent()) {
          throw unknown(call, sent, orders, failure);
        }
      } else if (sent.answer.isSuccess()) {
        try {
          return decode(call, sent, sent.answer, type);
        } catch (KalshiDecodingException e) {
          throw unknown(call, sent, orders, e);
        }
      } else {
        failure = refusal(call, sent, sent.answer);
        if (leavesOpen(sent.answer.status())) {
          throw unknown(call, sent, orders, failure);
        }
        if (sent.answer.status() != TOO_MANY) {
          throw failure;
        }
      }
      if (attempt >= shared.retries.attempts()) {
        throw failure;
      }
      pause(call, attempt);
    }
  }

  /** Returns whether a write that is answered so may have been done all the same. */
  private static boolean leavesOpen(int status) {
    return status >= FAILURES || status == GATEWAY_GAVE_UP;
  }

  /** One attempt that left, and what came of it: an answer, or the reason why there is none. */
  private record Sent(
      Instant at, Secrets secrets, @Nullable Answer answer, @Nullable NoAnswerException failure) {
    NoAnswerException problem() {
      if (failure == null) {
        throw new IllegalStateException("there is an answer");
      }
      return failure;
    }
  }

  /** Sends, and once more if the exchange finds our clock wrong, which its answer corrects. */
  private Sent sendInTime(Call call, int attempt) {
    Sent sent = send(call, attempt);
    return sent.answer != null
            && sent.answer.status() == UNAUTHORIZED
            && refusal(call, sent, sent.answer).hasCode(CLOCK_CODE)
        ? send(call, attempt)
        : sent;
  }

  private Sent send(Call call, int attempt) {
    requireOpen(call);
    int tokens = shared.costs.get().of(call);
    byte[] body = call.body() == null ? null : shared.json.write(call.body());
    URI uri = URI.create(shared.settings.baseUrl() + call.path() + call.queryString());
    long asked = shared.time.nanoTime();
    acquire(call, tokens);
    requireOpen(call); // closed meanwhile
    long started = shared.time.nanoTime();
    List<Header> headers = sign(call, uri);
    Secrets secrets = new Secrets(headers);
    Instant sentAt = shared.time.now();
    Answer answer = null;
    NoAnswerException failure = null;
    try {
      answer = shared.wire.send(call.operation().method(), uri, body, headers, timeout);
    } catch (NoAnswerException e) {
      failure = e;
    }
    Instant exchangeTime = sentAt.plus(shared.skew.offset());
    if (answer != null) {
      learn(call, answer, sentAt);
    }
    observe(
        new Attempt(
            call.operation().toString(),
            attempt,
            answer == null ? 0 : answer.status(),
            failure == null ? null : secrets.hideIn(failure),
            Duration.ofNanos(started - asked),
            Duration.ofNanos(shared.time.nanoTime() - started),
            tokens,
            answer == null ? null : ErrorBodies.requestId(answer)));
    return new Sent(exchangeTime, secrets, answer, failure);
  }

  private void requireOpen(Call call) {
    if (!shared.open.get()) {
      throw new IllegalStateException("the client is closed; " + call + " was not sent");
    }
    if (call.operation().access() == Operation.Access.SIGNED && shared.authenticator == null) {
      throw new IllegalStateException(call + " needs credentials, and the client has none");
    }
  }

  private void acquire(Call call, int tokens) {
    try {
      if (!shared.budget.acquire(call.billing(), tokens, call.lane(), shared.patience)) {
        throw new RateBudgetException(call.toString(), tokens, shared.patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KalshiTransportException(
          call + " was not sent: interrupted while waiting for the rate budget", e);
    }
  }

  private List<Header> sign(Call call, URI uri) {
    if (shared.authenticator == null || call.operation().access() == Operation.Access.PUBLIC) {
      return List.of();
    }
    return shared.authenticator.sign(call.operation().method(), uri.getRawPath());
  }

  /** Takes from an answer what it says of the clock and of the budget. */
  private void learn(Call call, Answer answer, Instant sentAt) {
    if (answer.status() == TOO_MANY) {
      shared.budget.refused(call.billing());
    }
    // What a cache answers has the date of when the exchange did.
    String date = answer.headers().firstValue("Date").orElse("");
    if (date.isEmpty() || answer.headers().firstValue("Age").isPresent()) {
      return;
    }
    try {
      Instant told = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
      if (answer.status() == UNAUTHORIZED) {
        shared.skew.correct(told, sentAt, shared.time.now()); // perhaps it was our time
      } else {
        shared.skew.observe(told, sentAt, shared.time.now());
      }
    } catch (DateTimeParseException e) {
      LOG.log(System.Logger.Level.DEBUG, "answer with a date that is none: {0}", date);
    }
  }

  private void observe(Attempt attempt) {
    try {
      shared.observer.onAttempt(attempt);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the observer of calls failed", e);
    }
  }

  private KalshiApiException refusal(Call call, Sent sent, Answer answer) {
    return KalshiApiException.of(shared.errors.read(call, answer, sent.secrets));
  }

  private static KalshiTransportException unanswered(Call call, Sent sent) {
    NoAnswerException problem = sent.problem();
    return new KalshiTransportException(
        call + ": " + sent.secrets.hideIn(problem), sent.secrets.cleaned(problem));
  }

  private KalshiTransportException unknown(
      Call call, Sent sent, List<Placed> orders, KalshiException cause) {
    String message = "whether " + call + " was done is not known: " + cause.getMessage();
    if (orders.isEmpty()) {
      return new OutcomeUnknownException(message, sent.at, cause);
    }
    List<UnresolvedOrder> unresolved =
        orders.stream()
            .map(
                o -> new UnresolvedOrder(o.clientOrderId, o.market, sent.at, sent.at.plus(timeout)))
            .toList();
    return new OrderOutcomeUnknownException(
        message + "; client order id " + orders.getFirst().clientOrderId,
        sent.at,
        unresolved,
        cause);
  }

  private <T> T decode(Call call, Sent sent, Answer answer, Class<T> type) {
    if (type == Done.class) {
      return type.cast(new Done());
    }
    String contentType = answer.headers().firstValue("Content-Type").orElse("application/json");
    if (!contentType.contains("json")) {
      throw new KalshiDecodingException(
          call
              + " answered "
              + contentType
              + " instead of JSON: "
              + ErrorBodies.clean(ErrorBodies.beginning(answer), sent.secrets));
    }
    try {
      return shared.json.read(answer.body(), type, sent.secrets::hide);
    } catch (KalshiDecodingException e) {
      // Without its cause, whose message shows values as they came: they may echo our headers.
      throw new KalshiDecodingException(
          call
              + " answered what cannot be read: "
              + ErrorBodies.clean(e.getMessage(), sent.secrets));
    }
  }

  private void pause(Call call, int failed) {
    try {
      shared.retries.pause(failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KalshiTransportException(
          call + ": interrupted while waiting to try again; nothing was done", e);
    }
  }

  private static boolean mayPass(Throwable problem) {
    return problem instanceof KalshiRateLimitException
        || problem instanceof KalshiServerException
        || problem instanceof KalshiTransportException && !Thread.currentThread().isInterrupted();
  }

  @Override
  public void close() {
    shared.open.set(false);
    if (shared.authenticator != null) {
      shared.authenticator.close();
    }
    shared.wire.close();
  }
}
