package io.github.kalshi4j.engine.report;

import java.io.OutputStream;

/** Shows a report: as text for people, and as JSON for programs. */
public final class ReportWriter {
  private ReportWriter() {}

  /** Returns the report as lines of plain ASCII text for a console, ending with a line break. */
  public static String text(BacktestReport report) {
    return new ReportText(report).write();
  }

  /** Returns the report of a run as lines of plain text, ending with a line break. */
  public static String text(RunReport report) {
    return new ReportText(report).write();
  }

  /**
   * Writes the report of a run as one JSON object in UTF-8; its {@code report} is that of a
   * backtest. The stream is flushed and left open.
   *
   * @throws tools.jackson.core.JacksonException if the stream refuses to be written
   */
  public static void json(RunReport report, OutputStream out) {
    ReportJson.write(report, out);
  }

  /**
   * Writes the report as one JSON object in UTF-8. Money, prices and quantities are exact decimal
   * strings, times are ISO-8601, shares are numbers from 0 to 1. Two runs of the same tapes,
   * configuration and seed differ in {@code runtime} only. The stream is flushed and left open.
   *
   * @throws tools.jackson.core.JacksonException if the stream refuses to be written
   */
  public static void json(BacktestReport report, OutputStream out) {
    ReportJson.write(report, out);
  }
}
