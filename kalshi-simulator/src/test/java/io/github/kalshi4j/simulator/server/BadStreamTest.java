package io.github.kalshi4j.simulator.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * What the stream does with upgrades, frames and commands that are not right. A second connection
 * looks on: after each test it must still be told what happens.
 */
@Timeout(60)
class BadStreamTest {
  private static final String SUBSCRIBE =
      "{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"orderbook_delta\"],"
          + "\"market_tickers\":[\""
          + ServerTest.MARKET
          + "\"]}}";
  static final List<Integer> CODES =
      List.of(1, 2, 3, 4, 5, 7, 8, 11, 12, 13, 14, 15, 19, 20, 21, 22, 24, 26, 27, 28);

  private final ExchangeUnderAttack attacked = new ExchangeUnderAttack();
  private final RawSocket onlooker = open();
  private RawSocket socket = open();

  BadStreamTest() throws IOException {
    onlooker.send(SUBSCRIBE);
    assertThat(onlooker.next().get("type").stringValue()).isEqualTo("subscribed");
    assertThat(onlooker.next().get("type").stringValue()).isEqualTo("orderbook_snapshot");
  }

  private RawSocket open() throws IOException {
    return RawSocket.open(attacked.http, signature());
  }

  private String signature() {
    return attacked.streamSignature(attacked.ann);
  }

  @AfterEach
  void isUnharmed() throws IOException {
    attacked.isUnharmed();
    attacked.stillTrades();
    JsonNode delta = onlooker.next();
    assertThat(delta.get("type").stringValue()).isEqualTo("orderbook_delta");
    assertThat(delta.get("seq").intValue()).isEqualTo(2);
    assertThat(delta.get("msg").get("delta_fp").stringValue()).isEqualTo("-1.00");
    socket.close();
    onlooker.close();
    attacked.close();
  }

  private JsonNode isError(String text) throws IOException {
    socket.send(text);
    JsonNode frame = socket.next();
    assertThat(frame.get("type").stringValue()).as("%s to %s", frame, text).isEqualTo("error");
    assertThat(frame.get("msg").get("code").intValue()).isIn(CODES);
    assertThat(frame.get("msg").get("msg").stringValue()).isNotEmpty();
    return frame;
  }

  private void isError(int code, String text) throws IOException {
    JsonNode frame = isError(text);
    assertThat(frame.get("msg").get("code").intValue()).as(text).isEqualTo(code);
  }

  /** Asserts that the connection answers, and has no subscriptions. */
  private void isIdle() throws IOException {
    socket.send("{\"id\":77,\"cmd\":\"list_subscriptions\"}");
    JsonNode frame = socket.next();
    assertThat(frame.get("id").intValue()).as(frame.toString()).isEqualTo(77);
    assertThat(frame.get("msg")).isEmpty();
  }

  @Test
  void upgradesWithoutAGoodSignatureAreRefused() throws IOException {
    String right = signature();
    String[] lines = right.split("\r\n", -1);
    List<String> bad = new ArrayList<>(List.of("", "KALSHI-ACCESS-KEY: x\r\n"));
    for (int i = 0; i < 3; i++) {
      bad.add(right.replace(lines[i] + "\r\n", ""));
      bad.add(right.replace(lines[i], lines[i].replaceFirst(": .*", ": x")));
    }
    bad.add(attacked.signature(attacked.ann, "GET", "/portfolio/balance"));
    for (String signature : bad) {
      RawHttp.Reply reply = upgrade("GET " + RawSocket.PATH, RawSocket.UPGRADE + signature);
      assertThat(reply.status()).as(signature).isEqualTo(401);
      reply.isRefusal();
    }
  }

  private RawHttp.Reply upgrade(String request, String headers) throws IOException {
    return attacked.http.send(
        (request + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n").getBytes(US_ASCII));
  }

  @Test
  void upgradesThatAreNoneAreRefused() throws IOException {
    String good = RawSocket.UPGRADE + signature();
    for (String headers :
        List.of(
            good.replace("Upgrade: websocket", "Upgrade: other"),
            good.replaceFirst("Sec-WebSocket-Key: .*\r\n", ""),
            good.replace("Version: 13", "Version: 8"),
            good.replace("Version: 13", "Version: x"),
            "Host: 127.0.0.1\r\n" + signature())) {
      RawHttp.Reply reply = upgrade("GET " + RawSocket.PATH, headers);
      assertThat(reply.status()).as(headers + reply).isBetween(400, 499);
    }
    for (String request :
        List.of("POST " + RawSocket.PATH, "GET /trade-api/ws/v3", "GET " + RawSocket.PATH + "/x")) {
      RawHttp.Reply reply = upgrade(request, good);
      assertThat(reply.status()).as(request + reply).isBetween(400, 499);
    }
  }

  @Test
  void textThatIsNoCommandIsAnError() throws IOException {
    for (String text :
        List.of(
            "",
            " ",
            "null",
            "true",
            "1",
            "\"subscribe\"",
            "[]",
            "[{}]",
            "{",
            "{\"id\":1",
            "{a:1}",
            "{} {}",
            "\u0000",
            "ping",
            "<x/>",
            "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000),
            "[".repeat(100_000),
            "{\"id\":" + "9".repeat(100_000) + "}")) {
      isError(1, text);
    }
    for (String name :
        List.of("", "SUBSCRIBE", "subscribe ", "nonsense", "\u0000", "x".repeat(9_000))) {
      isError(5, "{\"id\":3,\"cmd\":\"" + name.replace("\u0000", "\\u0000") + "\",\"params\":{}}");
    }
    for (String command : List.of("subscribe", "unsubscribe", "update_subscription")) {
      isError(2, "{\"id\":3,\"cmd\":\"" + command + "\"}");
      isError("{\"id\":3,\"cmd\":\"" + command + "\",\"params\":{}}");
      isError("{\"id\":3,\"cmd\":\"" + command + "\",\"params\":[]}");
      isError("{\"id\":3,\"cmd\":\"" + command + "\",\"params\":\"x\"}");
    }
    for (String id : List.of("-1", "1.5", "\"1\"", "[]", "{}", "99999999999999999999", "1e400")) {
      isError("{\"id\":" + id + ",\"cmd\":\"list_subscriptions\"}");
    }
    for (String command : List.of("1", "null", "[]", "{}", "true")) {
      isError(5, "{\"id\":1,\"cmd\":" + command + "}");
    }
    isIdle();
  }

  @Test
  void parametersOfAWrongTypeAreErrors() throws IOException {
    for (String wrong :
        List.of("0", "true", "\"x\"", "{}", "[0]", "[null]", "[[]]", "[\"\"]", "[{}]")) {
      isError("{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":" + wrong + "}}");
      isError("{\"id\":1,\"cmd\":\"unsubscribe\",\"params\":{\"sids\":" + wrong + "}}");
      isError("{\"id\":1,\"cmd\":\"update_subscription\",\"params\":{\"sids\":" + wrong + "}}");
    }
    for (String wrong : List.of("0", "true", "\"x\"", "{}", "[0]", "[null]", "[[]]", "[\"\"]")) {
      isError(11, with("market_tickers", wrong));
    }
    for (String wrong : List.of("0", "true", "[]", "{}", "\"\"", "1.5")) {
      isError(11, with("market_ticker", wrong));
    }
    for (String flag : List.of("use_yes_price", "skip_ticker_ack", "send_initial_snapshot")) {
      for (String wrong : List.of("0", "\"true\"", "[]", "{}")) {
        isError(11, with("market_ticker\":\"" + ServerTest.MARKET + "\",\"" + flag, wrong));
      }
    }
    for (String wrong :
        List.of("0", "[\"x\"]", "[\"\"]", "[7]", "true", "\"" + "f".repeat(36) + '"')) {
      isError(
          "{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"ticker\"],\"market_ids\":"
              + wrong
              + "}}");
    }
    for (String wrong :
        List.of(
            "\"shard_key\":1",
            "\"shard_factor\":0",
            "\"shard_factor\":101",
            "\"shard_factor\":-1",
            "\"shard_factor\":2,\"shard_key\":2",
            "\"shard_factor\":2,\"shard_key\":-1",
            "\"shard_factor\":\"2\"",
            "\"shard_factor\":1.5",
            "\"user_filter\":\"other\"",
            "\"user_filter\":0")) {
      isError(
          "{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"communications\"],"
              + wrong
              + "}}");
    }
    isIdle();
  }

  private static String with(String parameter, String value) {
    return "{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"orderbook_delta\"],\""
        + parameter
        + "\":"
        + value
        + "}}";
  }

  @Test
  void aHundredThousandTickersOrChannelsHoldUpNobody() throws IOException {
    for (int round = 0; round < 2; round++) {
      StringBuilder tickers = new StringBuilder();
      for (int i = 0; i < 100_000; i++) {
        tickers
            .append(i == 0 ? "\"" : ",\"")
            .append("KXNOSUCH-")
            .append(round)
            .append('-')
            .append(i);
        tickers.append('"');
      }
      long before = System.nanoTime();
      socket.send(
          "{\"id\":5,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"trade\"],"
              + "\"market_tickers\":["
              + tickers
              + "]}}");
      assertThat(socket.next().get("id").intValue()).isEqualTo(5);
      assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }
    socket.close();
    socket = open();
    String channels =
        String.join(",", IntStream.range(0, 1_000).mapToObj(i -> "\"c" + i + '"').toList());
    socket.send("{\"id\":6,\"cmd\":\"subscribe\",\"params\":{\"channels\":[" + channels + "]}}");
    for (int i = 0; i < 1_000; i++) {
      assertThat(socket.next().get("msg").get("code").intValue()).isEqualTo(8);
    }
    isIdle();
  }

  @Test
  void commandsMayComeInPieces() throws IOException {
    byte[] command = SUBSCRIBE.getBytes(UTF_8);
    socket.frame(RawSocket.TEXT, new byte[] {command[0]});
    for (int i = 1; i < command.length - 1; i++) {
      socket.frame(RawSocket.CONTINUATION, new byte[] {command[i]});
      if (i % 20 == 0) {
        socket.frame(RawSocket.FIN | RawSocket.PING, new byte[] {'x'});
      }
    }
    socket.frame(RawSocket.FIN, new byte[] {command[command.length - 1]});
    assertThat(socket.next().get("type").stringValue()).isEqualTo("subscribed");
  }

  @Test
  void binaryIsAnError() throws IOException {
    for (byte[] bytes : List.of(SUBSCRIBE.getBytes(UTF_8), new byte[0], new byte[70_000])) {
      socket.frame(RawSocket.FIN | RawSocket.BINARY, bytes);
      assertThat(socket.next().get("msg").get("code").intValue()).isEqualTo(1);
    }
    isIdle();
  }

  @Test
  void framesAgainstTheProtocolEndTheirConnectionAlone() throws IOException {
    byte[] key = {1, 2, 3, 4};
    byte[] hi = {'h', 'i'};
    List<byte[]> bad =
        List.of(
            RawSocket.joined(List.of(RawSocket.header(0x81, 0, 2), hi)), // not masked
            frame(0xc1, hi), // reserved bit
            frame(0x83, hi), // reserved opcode
            frame(0x8b, hi),
            frame(0x80, hi), // continues nothing
            RawSocket.joined(List.of(frame(0x01, hi), frame(0x81, hi))), // begins anew within
            frame(0x09, hi), // a ping in pieces
            frame(0x89, new byte[126]), // a long ping
            frame(0x88, new byte[] {3}), // half a status
            frame(0x88, new byte[] {0, 1}), // a status that may not be sent
            frame(0x81, new byte[] {(byte) 0xff, (byte) 0xfe}), // no UTF-8
            frame(0x81, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}), // a surrogate
            RawSocket.joined(List.of(RawSocket.header(0x81, 0x80, Long.MAX_VALUE), key)),
            RawSocket.joined(List.of(RawSocket.header(0x81, 0x80, -1), key)),
            RawSocket.joined(List.of(RawSocket.header(0x81, 0x80, 1L << 31), key)),
            "GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
    for (int i = 0; i < bad.size(); i++) {
      try (RawSocket each = open()) {
        each.write(bad.get(i));
        assertThat(each.status()).as("frame %d", i).isIn(1002, 1003, 1006, 1007, 1009);
      }
    }
  }

  private static byte[] frame(int first, byte[] payload) {
    byte[] masked = payload.clone();
    byte[] key = {1, 2, 3, 4};
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= key[i % 4];
    }
    return RawSocket.joined(List.of(RawSocket.header(first, 0x80, masked.length), key, masked));
  }

  @Test
  void aCommandLargerThanAllowedEndsItsConnectionAlone() throws IOException {
    byte[] piece = new byte[1 << 20];
    Arrays.fill(piece, (byte) ' ');
    try {
      socket.frame(RawSocket.TEXT, piece);
      for (int i = 0; i < 17; i++) {
        socket.frame(RawSocket.CONTINUATION, piece);
      }
    } catch (SocketException e) {
      // closed while writing
    }
    assertThat(socket.status()).isIn(1006, 1009);
  }

  @Test
  void connectionsThatBreakOffLeaveNothingBehind() throws Exception {
    Random random = new Random(7);
    int threads = Thread.activeCount();
    for (int i = 0; i < 1_000; i++) {
      RawSocket each = open();
      switch (random.nextInt(4)) {
        case 0 -> each.reset();
        case 1 -> {
          each.send(SUBSCRIBE);
          each.reset();
        }
        case 2 -> {
          each.send(SUBSCRIBE);
          each.next();
          each.close();
        }
        default -> {
          each.frame(RawSocket.FIN | RawSocket.CLOSE, new byte[] {3, (byte) 0xe8});
          assertThat(each.status()).isEqualTo(1000);
          each.close();
        }
      }
    }
    assertThat(Thread.activeCount()).isLessThan(threads + 20);
  }

  @Test
  void subscriptionsComeAndGoInAnyOrder() throws IOException {
    Random random = new Random(11);
    List<String> channels =
        List.of(
            "orderbook_delta",
            "ticker",
            "trade",
            "fill",
            "user_orders",
            "market_positions",
            "order_group_updates",
            "market_lifecycle_v2",
            "communications",
            "cfbenchmarks_value",
            "multivariate_market_lifecycle",
            "pyth_value",
            "nonsense");
    for (int i = 1; i <= 500; i++) {
      String command =
          switch (random.nextInt(4)) {
            case 0 ->
                "\"cmd\":\"unsubscribe\",\"params\":{\"sids\":[" + random.nextInt(1, 60) + "]}";
            case 1 ->
                """
                "cmd":"update_subscription",\
                "params":{"sid":%d,"action":"%s","market_tickers":["%s"]}\
                """
                    .formatted(
                        random.nextInt(1, 60),
                        List.of("add_markets", "delete_markets", "get_snapshot", "x")
                            .get(random.nextInt(4)),
                        random.nextBoolean() ? ServerTest.MARKET : "KXNOSUCH");
            default ->
                """
                "cmd":"subscribe",\
                "params":{"channels":["%s","%s"],"market_tickers":["%s"]}\
                """
                    .formatted(
                        channels.get(random.nextInt(channels.size())),
                        channels.get(random.nextInt(channels.size())),
                        ServerTest.MARKET);
          };
      socket.send("{\"id\":" + i + ',' + command + '}');
    }
    socket.send(
        "{\"id\":1000,\"cmd\":\"unsubscribe\",\"params\":{\"sids\":"
            + IntStream.rangeClosed(1, 1_100).boxed().toList()
            + "}}");
    socket.send("{\"id\":1001,\"cmd\":\"list_subscriptions\"}");
    JsonNode frame = socket.next();
    while (!frame.has("id") || frame.get("id").intValue() != 1001) {
      if (frame.get("type").stringValue().equals("error")) {
        assertThat(frame.get("msg").get("code").intValue()).isIn(CODES);
      }
      frame = socket.next();
    }
    assertThat(frame.get("msg")).isEmpty();
  }

  @Test
  void whoNeverReadsHoldsUpNobody() throws IOException {
    try {
      for (int i = 0; i < 20_000; i++) {
        socket.send("{\"cmd\":\"list_subscriptions\"}");
      }
    } catch (IOException e) {
      // dropped
    }
    assertThat(socket).isNotNull();
  }

  @Test
  void aCloseInTheMiddleOfACommandIsTaken() throws IOException {
    socket.frame(RawSocket.TEXT, "{\"id\":1".getBytes(UTF_8));
    socket.frame(RawSocket.FIN | RawSocket.CLOSE, new byte[] {3, (byte) 0xe8});
    assertThat(socket.status()).isIn(1000, 1002);
    try {
      socket.next();
      throw new AssertionError("nothing may come after the end");
    } catch (EOFException | SocketException e) {
      // as it must be
    }
  }
}
