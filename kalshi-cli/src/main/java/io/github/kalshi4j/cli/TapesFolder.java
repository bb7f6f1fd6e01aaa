package io.github.kalshi4j.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command writes tapes. */
final class TapesFolder {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder for the tapes; made if it is not there.")
  private Path out = Path.of("");

  Path path() {
    return out;
  }

  /**
   * Accepts a folder that may be written to, or that could be made.
   *
   * @throws UsageException if it is neither
   */
  void check() {
    Folders.checkWritable("--out", out);
  }
}
