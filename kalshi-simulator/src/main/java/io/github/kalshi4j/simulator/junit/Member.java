package io.github.kalshi4j.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Whose client or key a parameter is; without it, that of the member {@value #TRADER}. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Member {
  String TRADER = "trader";

  /** The member's id; he is let in when he is first asked for. */
  String value();
}
