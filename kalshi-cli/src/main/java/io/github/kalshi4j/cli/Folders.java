package io.github.kalshi4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at folders that an option names before any work is done for them. */
final class Folders {
  private Folders() {}

  /**
   * Accepts a folder that is there and may be written to, or that could be made.
   *
   * @throws UsageException if it is neither
   */
  static void checkWritable(String option, Path folder) {
    Path existing = folder.toAbsolutePath().normalize();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing)) {
      throw new UsageException(option + " " + folder + ": " + existing + " is no folder");
    }
    if (!Files.isWritable(existing)) {
      throw new UsageException(option + " " + folder + ": " + existing + " may not be written to");
    }
  }
}
