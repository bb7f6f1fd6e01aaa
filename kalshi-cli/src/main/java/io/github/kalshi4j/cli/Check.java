package io.github.kalshi4j.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the doctor looked at.
 *
 * @param detail what was found, on one line
 * @param advice what to do about it; null where nothing need be done
 */
record Check(String name, Status status, String detail, @Nullable String advice) {
  /** What was found. */
  enum Status {
    OK,
    /** Works, but not as one may expect. */
    WARNING,
    FAILED,
    /** Could not be looked at, because of something that failed before. */
    SKIPPED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Check {
    detail = Failures.oneLine(detail);
    advice = advice == null || advice.isEmpty() ? null : Failures.oneLine(advice);
  }

  static Check ok(String name, String detail) {
    return new Check(name, Status.OK, detail, null);
  }

  static Check warning(String name, String detail, String advice) {
    return new Check(name, Status.WARNING, detail, advice);
  }

  static Check failed(String name, String detail, String advice) {
    return new Check(name, Status.FAILED, detail, advice);
  }

  static Check skipped(String name, String why) {
    return new Check(name, Status.SKIPPED, why, null);
  }
}
