package io.github.kalshi4j.cli;

import io.github.kalshi4j.engine.report.BacktestReport;
import io.github.kalshi4j.engine.report.ReportWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * The folder that {@code --report} names, with {@code report.json} and {@code report.txt}. Both are
 * written in full beside their places before they are moved there, so that a reader never meets
 * half a report, and a run that fails leaves the one before as it was.
 */
final class ReportFiles {
  private final Path folder;

  private ReportFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the folder, which need not exist yet.
   *
   * @throws UsageException if it could not be made or written to
   */
  static ReportFiles in(Path folder) {
    Folders.checkWritable("--report", folder);
    return new ReportFiles(folder);
  }

  void write(BacktestReport report) throws IOException {
    Files.createDirectories(folder);
    String hidden = ".report-" + UUID.randomUUID(); // a temporary file would be its owner's alone
    Path json = folder.resolve(hidden + ".json");
    Path text = folder.resolve(hidden + ".txt");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(json))) {
        ReportWriter.json(report, out);
      }
      Files.writeString(text, ReportWriter.text(report), StandardCharsets.UTF_8);
      move(json, "report.json");
      move(text, "report.txt");
    } finally {
      Files.deleteIfExists(json);
      Files.deleteIfExists(text);
    }
  }

  private void move(Path from, String name) throws IOException {
    Files.move(
        from,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
