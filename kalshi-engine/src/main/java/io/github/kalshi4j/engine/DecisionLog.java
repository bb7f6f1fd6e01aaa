package io.github.kalshi4j.engine;

import io.github.kalshi4j.engine.clock.Scheduler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash over every intent, verdict, order and fill with its time, so that two runs can be proved
 * to have decided alike.
 */
final class DecisionLog {
  private final MessageDigest digest;
  private final Scheduler scheduler;

  DecisionLog(Scheduler scheduler) {
    this.scheduler = scheduler;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds a decision; what describes it must have the same text in every run. */
  void add(String kind, Object decision) {
    String line = scheduler.nanos() + " " + kind + " " + decision + "\n";
    digest.update(line.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the hash in hexadecimal, and ends the log. */
  String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
