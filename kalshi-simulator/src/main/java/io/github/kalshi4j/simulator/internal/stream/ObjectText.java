package io.github.kalshi4j.simulator.internal.stream;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** The text of one JSON object, written field by field. Names are written as they are. */
final class ObjectText {
  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
  private static final int USUAL = 320;

  private final StringBuilder text;

  ObjectText() {
    text = new StringBuilder(USUAL).append('{');
  }

  private StringBuilder name(String name) {
    if (text.length() > 1) {
      text.append(',');
    }
    return text.append('"').append(name).append("\":");
  }

  ObjectText put(String name, String value) {
    name(name).append('"');
    ENCODER.quoteAsString(value, text);
    text.append('"');
    return this;
  }

  /** Puts nothing where there is no value. */
  ObjectText putIfKnown(String name, @Nullable String value) {
    return value == null ? this : put(name, value);
  }

  ObjectText put(String name, long value) {
    name(name).append(value);
    return this;
  }

  ObjectText put(String name, boolean value) {
    name(name).append(value);
    return this;
  }

  /** Puts a JSON number, without an exponent. */
  ObjectText put(String name, BigDecimal value) {
    name(name).append(value.toPlainString());
    return this;
  }

  /** Puts what is JSON already. */
  ObjectText putJson(String name, CharSequence json) {
    name(name).append(json);
    return this;
  }

  /** Returns the object; nothing may be put after it. */
  @Override
  public String toString() {
    return text.append('}').toString();
  }
}
