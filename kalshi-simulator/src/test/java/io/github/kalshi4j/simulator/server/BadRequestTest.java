package io.github.kalshi4j.simulator.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.simulator.internal.rest.HttpFront;
import io.github.kalshi4j.simulator.internal.rest.Routes;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is no good request, below the operations: methods, paths, signatures, framing. */
@Timeout(60)
class BadRequestTest {
  private static final String ORDERS = ExchangeUnderAttack.ORDERS;
  private static final int SLOW = 250;
  private static final byte[] NOTHING = new byte[0];

  private final ExchangeUnderAttack attacked = new ExchangeUnderAttack();

  BadRequestTest() throws IOException {}

  @AfterEach
  void isUnharmed() throws IOException {
    attacked.isUnharmed();
    attacked.stillTrades();
    attacked.close();
  }

  private RawHttp.Reply raw(String text) throws IOException {
    return attacked.http.send(text.getBytes(ISO_8859_1));
  }

  private RawHttp.Reply get(String target) throws IOException {
    return attacked.http.send(ExchangeUnderAttack.request("GET", target, "", NOTHING));
  }

  /** Returns a signed order whose body and length are told by these headers. */
  private String order(String headers, String body) {
    return "POST "
        + HttpFront.ROOT
        + ORDERS
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + attacked.signature(attacked.ann, "POST", ORDERS)
        + headers
        + "\r\n"
        + body;
  }

  @Test
  void wrongMethodsAreRefused() throws IOException {
    for (Routes.Name operation : ExchangeUnderAttack.operations()) {
      String path = attacked.filled(operation);
      for (String method : List.of("PATCH", "OPTIONS", "TRACE", "get", "BREW")) {
        attacked.signed(attacked.ann, method, path, "").isRefusal();
      }
    }
    assertThat(attacked.signed(attacked.ann, "HEAD", "/markets", "").status()).isEqualTo(404);
    try (Socket socket = attacked.http.open()) {
      byte[] tunnel = "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n".getBytes(US_ASCII);
      socket.getOutputStream().write(tunnel);
      socket.shutdownOutput();
      RawHttp.parse(new String(RawHttp.read(socket), UTF_8)).isRefusal();
    }
  }

  @Test
  void membersOperationsAreRefusedWithoutAGoodSignature() throws IOException {
    Credentials stranger =
        Credentials.of(
            ApiKeyId.of("00000000-0000-4000-8000-000000000000"), TestKeys.ED25519.getPrivate());
    for (Routes.Name operation : ExchangeUnderAttack.operations()) {
      if (!operation.signed()) {
        continue;
      }
      String path = attacked.filled(operation);
      String method = operation.method();
      String right = attacked.signature(attacked.ann, method, path);
      byte[] body = ExchangeUnderAttack.order("bid", "0.20", "1").getBytes(UTF_8);
      refused(method, path, "", body, "signature_is_missing_from_headers");
      String[] lines = right.split("\r\n", -1);
      for (int left = 0; left < 3; left++) {
        String half = right.replace(lines[left] + "\r\n", "");
        refused(method, path, half, body, "signature_is_missing_from_headers");
      }
      refused(
          method,
          path,
          attacked
              .signature(attacked.bob, method, path)
              .replaceFirst(key(attacked.bob), key(attacked.ann)),
          body,
          "authentication_error");
      refused(
          method, path, attacked.signature(stranger, method, path), body, "authentication_error");
      refused(
          method,
          path,
          attacked.signature(attacked.ann, method, path + "/x"),
          body,
          "authentication_error");
    }
  }

  private static String key(Credentials credentials) {
    return credentials.signer().sign(0, "GET", "/").getFirst().value();
  }

  private void refused(String method, String path, String headers, byte[] body, String code)
      throws IOException {
    attacked
        .http
        .send(ExchangeUnderAttack.request(method, path, headers, body))
        .isRefusal(401, code);
  }

  @Test
  void badSignaturesAndTimesAreRefused() throws IOException {
    String right = attacked.signature(attacked.ann, "GET", "/portfolio/balance");
    for (String time :
        List.of("0", "-1", "x", "", "9".repeat(30), "1.5e12", "9223372036854775807")) {
      String headers = right.replaceFirst("(?i)(KALSHI-ACCESS-TIMESTAMP: )\\d+", "$1" + time);
      RawHttp.Reply reply =
          attacked.http.send(
              ExchangeUnderAttack.request("GET", "/portfolio/balance", headers, NOTHING));
      reply.isRefusal();
      assertThat(reply.status()).isEqualTo(401);
    }
    for (String signature :
        List.of("x", "====", "AAAA", "\u00e9", "A".repeat(5_000), "", "aGVsbG8=", "a b")) {
      String headers = right.replaceFirst("(?i)(KALSHI-ACCESS-SIGNATURE: )\\S+", "$1" + signature);
      RawHttp.Reply reply =
          attacked.http.send(
              ExchangeUnderAttack.request("GET", "/portfolio/balance", headers, NOTHING));
      reply.isRefusal();
      assertThat(reply.status()).as(signature).isEqualTo(401);
    }
  }

  /** Whether the real exchange lets a signature be used twice is not known; ours does. */
  @Test
  void aSignatureIsGoodForAsLongAsItsTime() throws IOException {
    String headers = attacked.signature(attacked.ann, "GET", "/portfolio/balance");
    byte[] request = ExchangeUnderAttack.request("GET", "/portfolio/balance", headers, NOTHING);
    assertThat(attacked.http.send(request).status()).isEqualTo(200);
    assertThat(attacked.http.send(request).status()).isEqualTo(200);
    attacked.time.advance(Duration.ofSeconds(31));
    attacked.http.send(request).isRefusal(401, "header_timestamp_expired");
    attacked.time.advance(Duration.ofSeconds(-31));
  }

  @Test
  void pathsThatAreNoOperationsAreRefused() throws IOException {
    for (String path :
        List.of(
            "/",
            "//",
            "//markets",
            "/./markets",
            "/../v2/markets",
            "/x/../markets",
            "/%2e%2e/v2/markets",
            "/%2e/markets",
            "/markets%2f" + ServerTest.MARKET,
            "/markets/%00",
            "/markets;a=b",
            "/markets/" + ServerTest.MARKET + ";a=b",
            "/%6darkets%",
            "/markets/%zz",
            "/markets/%c0%af",
            "/markets/\\..",
            "/markets/" + "x".repeat(4_000),
            "/MARKETS",
            "/markets/" + ServerTest.MARKET + "/orderbook/x",
            "/markets/..%252f",
            "/markets/%0d%0aX",
            "/markets/..",
            "/markets/ü",
            "/markets/%c3%bc",
            "/events/%20",
            "/series/%2525",
            "/portfolio/orders/../balance",
            "/markets/<script>",
            "/markets/'--")) {
      get(path).isRefusal();
    }
    for (String target :
        List.of(
            "/",
            "*",
            "/trade-api",
            "/trade-api/v2",
            "/trade-api/v1/markets",
            "/trade-api/v2x/markets",
            "http://example.com/",
            "/etc/passwd",
            "/trade-api/v2/../../etc/passwd",
            "../x",
            "")) {
      raw("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
          .isRefusal();
    }
  }

  @Test
  void aMatterOfCapitalsIsNotThere() throws IOException {
    get("/markets/" + ServerTest.MARKET.value().toLowerCase(Locale.ROOT))
        .isRefusal(404, "not_found");
  }

  @Test
  void queriesOutOfRangeAreRefused() throws IOException {
    for (String query :
        List.of(
            "limit=-1",
            "limit=1001",
            "limit=x",
            "limit=1.5",
            "limit=9999999999999999999999",
            "limit=%zz",
            "limit=%",
            "limit=+1",
            "cursor=!",
            "cursor=YXQ6LQ",
            "cursor=" + "A".repeat(3_000),
            "status=nonsense",
            "status=OPEN",
            "mve_filter=x",
            "min_close_ts=x",
            "min_close_ts=9223372036854775807",
            "max_close_ts=-9223372036854775808",
            "limit=\u0663")) {
      RawHttp.Reply reply = get("/markets?" + query);
      assertThat(reply.status()).as(query).isEqualTo(400);
      reply.isRefusal();
    }
    String many = "&a=b".repeat(1_500);
    assertThat(get("/markets?limit=1" + many).status()).isIn(200, 400, 414, 431);
    assertThat(get("/markets?" + "x".repeat(7_000)).status()).isIn(200, 400, 414, 431);
    get("/markets?" + "x".repeat(100_000)).isRefusal();
    get("/markets/orderbooks").isRefusal();
    get("/markets/orderbooks?" + "tickers=A&".repeat(101)).isRefusal();
    get("/markets/orderbooks?tickers=&tickers=A").isRefusal();
    get("/markets/" + ServerTest.MARKET + "/orderbook?depth=101").isRefusal();
  }

  @Test
  void hugeHeadersAreRefused() throws IOException {
    for (String header :
        List.of(
            "X: " + "x".repeat(100_000),
            "X: y\r\n".repeat(5_000) + "X: y",
            "K".repeat(50_000) + ": y")) {
      RawHttp.Reply reply =
          attacked.http.send(
              ExchangeUnderAttack.request("GET", "/markets", header + "\r\n", NOTHING));
      reply.isRefusal();
      assertThat(reply.status()).isEqualTo(431);
    }
  }

  @Test
  void aBodyOfMoreThanAMegabyteIsRefused() throws IOException {
    String spaces = " ".repeat(3 << 20);
    String body = ExchangeUnderAttack.order("bid", "0.20", "1");
    attacked.signed(attacked.ann, "POST", ORDERS, spaces + body).isRefusal();
    attacked.signed(attacked.ann, "POST", ORDERS, body + spaces).isRefusal();
    attacked.signed(attacked.ann, "GET", "/portfolio/balance", spaces).isRefusal();
    String text = "{\"ticker\":\"" + "x".repeat(1 << 19) + "\"}";
    attacked.signed(attacked.ann, "POST", ORDERS, text).isRefusal();
  }

  @Test
  void bodiesThatAreNotSaidToBeJsonAreRefused() throws IOException {
    String body = ExchangeUnderAttack.order("bid", "0.20", "1");
    for (String type :
        List.of(
            "",
            "Content-Type: text/plain\r\n",
            "Content-Type: application/x-www-form-urlencoded\r\n",
            "Content-Type: multipart/form-data; boundary=x\r\n",
            "Content-Type: \r\n",
            "Content-Type: application/jsonx\r\n",
            "Content-Type: ;\r\n")) {
      RawHttp.Reply reply =
          raw(
              order(type + "Content-Length: " + body.length() + "\r\nConnection: close\r\n", body)
                  .replaceFirst("Content-Type: application/json\r\n", ""));
      reply.isRefusal(400, "invalid_content_type");
    }
  }

  @Test
  void framingThatCouldBeReadInTwoWaysIsRefusedAndNothingIsSmuggled() throws IOException {
    String body = ExchangeUnderAttack.order("bid", "0.20", "1");
    String smuggled = order("Content-Length: " + body.length() + "\r\n", body);
    String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
    String length = "Content-Length: " + body.length() + "\r\n";
    for (String text :
        List.of(
            order("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + smuggled),
            order("Transfer-Encoding: chunked\r\n" + length, chunk),
            order("Content-Length: 5\r\n" + length, body + smuggled),
            order("Content-Length: 5, " + body.length() + "\r\n", body),
            order("Content-Length: -1\r\n", body),
            order("Content-Length: +" + body.length() + "\r\n", body),
            order("Content-Length: 0x10\r\n", body),
            order("Content-Length: 99999999999999999999\r\n", body),
            order("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", chunk),
            order("Transfer-Encoding: xchunked\r\n", chunk),
            order("Transfer-Encoding: chunked\r\n", "zz\r\n" + body),
            order("Transfer-Encoding: chunked\r\n", "-5\r\n" + body),
            order("Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n" + body),
            order("Transfer-Encoding: chunked\r\n", "5\r\n" + body + "\r\n0\r\n\r\n"),
            order("Content-Length : " + body.length() + "\r\n", body),
            order(" X: folded\r\n" + length, body),
            order("X: a\r\n b\r\n" + length, body),
            order("X\r\n" + length, body),
            order(": y\r\n" + length, body),
            order("X: \u0000\r\n" + length, body))) {
      RawHttp.Reply reply = raw(text);
      assertThat(reply.answers()).as(text).isEqualTo(1);
      assertThat(reply.status()).as(text).isBetween(400, 499);
      reply.isRefusal();
    }
  }

  @Test
  void whatIsNotHttpIsRefused() throws IOException {
    for (String text :
        List.of(
            "\r\n\r\nnonsense\r\n\r\n",
            "GET\r\n\r\n",
            "GET /\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET / HTTP/0.9\r\n\r\n",
            "GET / FTP/1.1\r\nHost: a\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "{\"id\":1,\"cmd\":\"subscribe\"}\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: \u0000\r\n\r\n")) {
      RawHttp.Reply reply = raw(text);
      assertThat(reply.status()).as(text + reply).isIn(0, 400, 404, 426, 505);
    }
  }

  @Test
  void anOldHttpIsUnderstood() throws IOException {
    assertThat(raw("GET /trade-api/v2/exchange/status HTTP/1.0\r\n\r\n").status()).isEqualTo(200);
  }

  @Test
  void connectionsThatBreakOffLeaveNothingBehind() throws Exception {
    String body = ExchangeUnderAttack.order("bid", "0.20", "1");
    byte[] whole = order("Content-Length: " + body.length() + "\r\n", body).getBytes(ISO_8859_1);
    for (int length = 0; length < whole.length; length += 11) {
      try (Socket socket = attacked.http.open()) {
        socket.getOutputStream().write(whole, 0, length);
        if (length % 2 == 0) {
          socket.setSoLinger(true, 0); // reset
        } else {
          socket.shutdownOutput();
          RawHttp.read(socket);
        }
      }
    }
  }

  @Test
  void slowRequestsHoldUpNobody() throws IOException {
    String body = ExchangeUnderAttack.order("bid", "0.20", "x");
    byte[] whole =
        order("Connection: close\r\nContent-Length: " + body.length() + "\r\n", body)
            .getBytes(ISO_8859_1);
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < SLOW; i++) {
      Socket socket = attacked.http.open();
      socket.getOutputStream().write(whole, 0, whole.length - 1 - i % 50);
      slow.add(socket);
    }
    assertThat(get("/markets").status()).isEqualTo(200);
    for (int i = 0; i < SLOW; i++) {
      try (Socket socket = slow.get(i)) {
        socket.getOutputStream().write(whole, whole.length - 1 - i % 50, i % 50 + 1);
        RawHttp.parse(new String(RawHttp.read(socket), UTF_8)).isRefusal();
      }
    }
  }

  @Test
  void listensOnOneAddressOfLoopbackOnly() {
    int port = attacked.exchange.baseUrl().getPort();
    assertThat(attacked.exchange.baseUrl().getHost()).isEqualTo("127.0.0.1");
    assertThatThrownBy(() -> new Socket("127.0.0.2", port).close())
        .isInstanceOf(ConnectException.class);
  }
}
