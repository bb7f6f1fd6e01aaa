package io.github.kalshi4j.client.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** What one logger is given while this is open, at any level; nothing of it is shown elsewhere. */
public final class CapturedLog implements AutoCloseable {
  static {
    // The client's module, into which this is compiled, has no other need of java.logging.
    CapturedLog.class
        .getModule()
        .addReads(ModuleLayer.boot().findModule("java.logging").orElseThrow());
  }

  private final Logger logger; // held, since the log manager forgets loggers that nobody holds
  private final @Nullable Level level;
  private final @Nullable Filter filter;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private CapturedLog(Logger logger) {
    this.logger = logger;
    level = logger.getLevel();
    filter = logger.getFilter();
  }

  /** Captures what a class logs by the logger of its name. */
  public static CapturedLog of(Class<?> type) {
    CapturedLog log = new CapturedLog(Logger.getLogger(type.getName()));
    log.logger.setLevel(Level.ALL);
    log.logger.setFilter(entry -> {
      log.lines.add(text(entry));
      return false;
    });
    return log;
  }

  /**
   * Returns what was logged, one text a record: {@code WARNING: …}, and under it the exception and
   * its causes, if there is one.
   */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  private static String text(LogRecord entry) {
    StringBuilder text = new StringBuilder(entry.getLevel().getName());
    text.append(": ").append(new SimpleFormatter().formatMessage(entry));
    for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
      text.append('\n').append(cause);
    }
    return text.toString();
  }

  @Override
  public void close() {
    logger.setFilter(filter);
    logger.setLevel(level);
  }
}
