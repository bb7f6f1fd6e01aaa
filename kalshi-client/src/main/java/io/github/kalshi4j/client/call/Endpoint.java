package io.github.kalshi4j.client.call;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the operation of the exchange that a method calls: its verb and path below the base URL, as
 * in the exchange's reference.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Endpoint {
  /** Returns the verb and the path: {@code GET /markets/{ticker}}. */
  String value();
}
