package io.github.kalshi4j.client.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * What a {@link FakeExchange} does with one request.
 *
 * @param status the status it answers
 * @param headers headers beside {@code Date} and {@code Content-Length}
 * @param body what it sends
 * @param fault what goes wrong on the way
 */
public record Reply(int status, Map<String, String> headers, byte[] body, Fault fault) {
  /** What goes wrong. */
  public enum Fault {
    NONE,
    /** The connection is reset before the request's body is read. */
    RESET_BEFORE_BODY,
    /** The connection is reset after the request was read whole. */
    RESET_AFTER_BODY,
    /** The connection is closed after half of the answer's body. */
    CUT_BODY,
    /** The status line comes and then nothing, until the exchange is closed. */
    STALL_IN_HEADERS,
    /** The headers and half of the body come and then nothing, until the exchange is closed. */
    STALL_IN_BODY
  }

  public static Reply json(String body) {
    return json(200, body);
  }

  public static Reply json(int status, String body) {
    return new Reply(
        status,
        Map.of("Content-Type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8),
        Fault.NONE);
  }

  /** Returns a refusal as the exchange writes it. */
  public static Reply error(int status, String code, String message) {
    return json(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}");
  }

  public static Reply status(int status) {
    return new Reply(status, Map.of(), new byte[0], Fault.NONE);
  }

  public static Reply fault(Fault fault) {
    return new Reply(
        200,
        Map.of("Content-Type", "application/json"),
        "{\"as\":\"long as it takes\"}".getBytes(StandardCharsets.UTF_8),
        fault);
  }

  public Reply with(Fault value) {
    return new Reply(status, headers, body, value);
  }

  public Reply withHeader(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Reply(status, all, body, fault);
  }

  public Reply gzipped() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Reply(status, headers, packed.toByteArray(), fault)
        .withHeader("Content-Encoding", "gzip");
  }
}
