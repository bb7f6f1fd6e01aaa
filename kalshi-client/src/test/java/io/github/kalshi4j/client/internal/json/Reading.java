package io.github.kalshi4j.client.internal.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.call.UnknownField;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;

/** Reads JSON as the client reads answers, and keeps what it did not know. */
final class Reading {
  private final UnknownCounter counter = new UnknownCounter(field -> {});
  private final WireJson json = new WireJson(counter);

  <T> T read(Class<T> type, String text) {
    return json.read(text.getBytes(StandardCharsets.UTF_8), type);
  }

  /** Asserts that the JSON is refused, and returns the assertion on the message. */
  AbstractThrowableAssert<?, ? extends Throwable> refuses(Class<?> type, String text) {
    return assertThatThrownBy(() -> read(type, text)).isInstanceOf(KalshiDecodingException.class);
  }

  String write(Object value) {
    return new String(json.write(value), StandardCharsets.UTF_8);
  }

  List<UnknownField> unknown() {
    return counter.fields();
  }
}
