package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.call.QueryParameter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as far as its empty line.
 *
 * @param path as it was sent, percent-encoded
 * @param headers by name in lower case
 */
record RequestHead(
    String method, String path, List<QueryParameter> query, Map<String, String> headers) {
  /** Reads one; null if the connection has ended. */
  static @Nullable RequestHead read(InputStream in) throws IOException {
    String line = line(in);
    if (line.isEmpty()) {
      return null;
    }
    String[] parts = line.split(" ");
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    URI uri = URI.create(parts[1]);
    return new RequestHead(parts[0], uri.getRawPath(), query(uri.getRawQuery()), headers);
  }

  /** Returns how many bytes follow. */
  int length() {
    return Integer.parseInt(headers.getOrDefault("content-length", "0"));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        bytes.write(b);
      }
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private static List<QueryParameter> query(@Nullable String raw) {
    List<QueryParameter> parameters = new ArrayList<>();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        int equals = pair.indexOf('=');
        parameters.add(
            new QueryParameter(
                decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
