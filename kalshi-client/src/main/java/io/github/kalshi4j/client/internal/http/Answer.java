package io.github.kalshi4j.client.internal.http;

import java.net.http.HttpHeaders;

/** What came back, decompressed. */
record Answer(int status, HttpHeaders headers, byte[] body) {
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
