package io.github.kalshi4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.BearerSigner;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.auth.HmacSigner;
import io.github.kalshi4j.client.call.Attempt;
import io.github.kalshi4j.client.call.CallObserver;
import io.github.kalshi4j.client.call.RateLimits;
import io.github.kalshi4j.client.order.LimitOrder;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that a failing client prints, searched for what must not be in it. */
final class SecretsTest {
  private static final String PLACE = "POST /portfolio/events/orders";
  private static final LimitOrder ORDER =
      LimitOrder.goodTillCanceled(
          MarketTicker.of("KXBTC15M-26NOV271430-30"),
          BookSide.BID,
          Price.of("0.5600"),
          Quantity.ofContracts(10));
  private static final String TOKEN = "token-that-nobody-may-see-0123456789";
  private static final String HMAC_SECRET = "secret-that-nobody-may-see-987654321";

  static List<Credentials> credentials() {
    return List.of(
        TestKeys.credentials(),
        Credentials.of(TestKeys.ID, TestKeys.RSA.getPrivate()),
        Credentials.of(new BearerSigner(TOKEN)),
        Credentials.of(
            new HmacSigner(
                ApiKeyId.of("gateway-key-0001"), HMAC_SECRET.getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void printsNoSecretWhateverFails(Credentials credentials) {
    StringBuilder printed = new StringBuilder();
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    Handler capture = new Capture(printed);
    root.addHandler(capture);
    root.setLevel(Level.ALL);
    List<String> secrets = new ArrayList<>(List.of(TOKEN, HMAC_SECRET));
    secrets.add(base64(TestKeys.ED25519.getPrivate().getEncoded()));
    secrets.add(base64(TestKeys.RSA.getPrivate().getEncoded()));
    try (FakeExchange exchange = FakeExchange.start()) {
      List<Attempt> attempts = new ArrayList<>();
      CallObserver observer = attempts::add;
      ClientConfig config =
          ClientConfig.of(exchange.baseUrl())
              .withRateLimits(RateLimits.BASIC)
              .withRequestTimeout(Duration.ofMillis(300))
              .withAttempts(1)
              .withReadySignatures(4)
              .withObserver(observer);
      try (KalshiClient client = KalshiClient.connect(config, credentials)) {
        for (FailingReply failing : FailingReply.values()) {
          exchange.clear();
          exchange.on(PLACE, failing::reply);
          exchange.on("GET /account/limits", failing::reply);
          for (Runnable call :
              List.<Runnable>of(
                  () -> client.orders().place(ORDER), () -> client.account().limits())) {
            try {
              call.run();
            } catch (RuntimeException e) {
              StringWriter trace = new StringWriter();
              e.printStackTrace(new PrintWriter(trace));
              printed.append(trace);
            }
          }
          for (ReceivedRequest request : exchange.requests()) {
            request.header("KALSHI-ACCESS-SIGNATURE").ifPresent(secrets::add);
          }
        }
        printed.append(config).append(credentials).append(credentials.signer()).append(client);
        printed.append(attempts).append(client.unknownFields());
        printed.append(credentials.signer().sign(1, "GET", "/"));
      }
    } finally {
      root.removeHandler(capture);
      root.setLevel(before);
    }

    assertThat(printed).contains("POST /portfolio/events/orders").hasSizeGreaterThan(5_000);
    for (String secret : secrets) {
      assertThat(printed.indexOf(secret))
          .as("a secret of %s characters", secret.length())
          .isEqualTo(-1);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes).substring(24);
  }

  /** Answers that echo what they were sent, as the debug pages of gateways do. */
  private enum FailingReply {
    PAGE {
      @Override
      Reply reply(ReceivedRequest request) {
        return Reply.json(502, "<html>" + request.headers() + "</html>")
            .withHeader("Content-Type", "text/html");
      }
    },
    PAGE_AS_SUCCESS {
      @Override
      Reply reply(ReceivedRequest request) {
        return Reply.json(200, request.headers().toString())
            .withHeader("Content-Type", "text/plain");
      }
    },
    REFUSAL {
      @Override
      Reply reply(ReceivedRequest request) {
        return Reply.json(
            400,
            "{\"error\":{\"code\":\"bad\",\"message\":\""
                + request.headers()
                + "\",\"details\":\""
                + request.headers()
                + "\"}}");
      }
    },
    UNREADABLE {
      @Override
      Reply reply(ReceivedRequest request) {
        return Reply.json(
            "{\"order_id\":\"o\",\"fill_count\":\""
                + request.headers()
                + "\",\"usage_tier\":\"t\",\"read\":\""
                + request.headers()
                + "\"}");
      }
    },
    REDIRECT {
      @Override
      Reply reply(ReceivedRequest request) {
        return Reply.status(301)
            .withHeader(
                "Location", "http://a/" + request.header("KALSHI-ACCESS-SIGNATURE").orElse(TOKEN));
      }
    },
    RESET {
      @Override
      Reply reply(ReceivedRequest request) {
        return Reply.fault(Reply.Fault.RESET_AFTER_BODY);
      }
    },
    STALL {
      @Override
      Reply reply(ReceivedRequest request) {
        return Reply.fault(Reply.Fault.STALL_IN_BODY);
      }
    },
    UNKNOWN_FIELD {
      @Override
      Reply reply(ReceivedRequest request) {
        return Reply.json("{\"as_new\":\"" + request.headers() + "\"}");
      }
    };

    abstract Reply reply(ReceivedRequest request);
  }

  private static final class Capture extends Handler {
    private final StringBuilder printed;

    Capture(StringBuilder printed) {
      this.printed = printed;
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord entry) {
      printed.append(entry.getMessage());
      for (Object parameter :
          entry.getParameters() == null ? new Object[0] : entry.getParameters()) {
        printed.append(parameter);
      }
      if (entry.getThrown() != null) {
        printed.append(entry.getThrown());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
