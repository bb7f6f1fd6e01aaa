package io.github.kalshi4j.client.internal.json;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a component is an integer on the wire, and of what. Without it a time is RFC 3339 text,
 * and a price, an amount or a count is a decimal string.
 */
@JacksonAnnotation
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface InUnits {
  Unit value();

  /** What an integer on the wire counts. */
  enum Unit {
    /** Seconds since 1970. */
    EPOCH_SECONDS,
    /** Milliseconds since 1970. */
    EPOCH_MILLIS,
    /** $0.01. */
    CENTS,
    /** $0.0001. */
    CENTICENTS,
    /** 0.01 contract. */
    CENTICONTRACTS
  }
}
