package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP as bytes, so that what no client would send can be sent. */
final class RawHttp {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LIMIT_MILLIS = 5_000;

  /**
   * The first answer that came back, and how many came.
   *
   * @param status 0 if the connection was closed without an answer
   * @param headers by name in lower case
   */
  record Reply(int status, Map<String, String> headers, String body, int answers) {
    /** Asserts that this is an error in one of the forms in which the exchange tells them. */
    Reply isRefusal() {
      assertThat(status).as(body).isBetween(400, 499);
      assertThat(headers.get("content-type")).as(body).isEqualTo("application/json");
      assertThat(headers.get("date")).isNotNull();
      JsonNode node = json();
      JsonNode error = node.has("error") ? node.get("error") : node;
      if (node.has("msg")) {
        assertThat(status).isEqualTo(400);
        assertThat(node.get("msg").stringValue()).isNotEmpty();
      } else {
        assertThat(error.get("code").stringValue()).as(body).isNotEmpty();
        assertThat(error.get("message").stringValue()).as(body).isNotEmpty();
      }
      return this;
    }

    Reply isRefusal(int expected, String code) {
      isRefusal();
      assertThat(status).as(body).isEqualTo(expected);
      assertThat(body).contains("\"code\":\"" + code + '"');
      return this;
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JacksonException e) {
        throw new AssertionError("no JSON: " + body, e);
      }
    }
  }

  private final int port;

  RawHttp(int port) {
    this.port = port;
  }

  Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(LIMIT_MILLIS);
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** Sends bytes and reads until the connection ends, for which the bytes must ask. */
  Reply send(byte[] bytes) throws IOException {
    try (Socket socket = open()) {
      Thread writer = Thread.startVirtualThread(() -> write(socket, bytes));
      byte[] answer = read(socket);
      writer.interrupt();
      return parse(new String(answer, StandardCharsets.UTF_8));
    }
  }

  private static void write(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      // answered before all was read
    }
  }

  /** Reads until the end; a reset after an answer counts as one. */
  static byte[] read(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    InputStream in = socket.getInputStream();
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        all.write(buffer, 0, count);
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the connection stays open after: " + all, e);
    } catch (SocketException e) {
      // what came before the reset is what came
    }
    return all.toByteArray();
  }

  static Reply parse(String text) {
    if (text.isEmpty()) {
      return new Reply(0, Map.of(), "", 0);
    }
    int end = text.indexOf("\r\n\r\n");
    String[] lines = text.substring(0, end).split("\r\n", -1);
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    int answers = text.split("HTTP/1\\.[01] \\d{3}", -1).length - 1;
    int status = Integer.parseInt(lines[0].split(" ", -1)[1]);
    return new Reply(status, headers, text.substring(end + 4), answers);
  }
}
