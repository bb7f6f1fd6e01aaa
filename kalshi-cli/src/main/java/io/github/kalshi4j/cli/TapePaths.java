package io.github.kalshi4j.cli;

import io.github.kalshi4j.engine.tape.format.TapeWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The places that were typed for tapes: what is not there is a mistake of typing. */
final class TapePaths {
  private TapePaths() {}

  /**
   * Checks that each place exists, and that a folder holds a tape.
   *
   * @param argument what the places were typed for, such as {@code --tape}
   * @throws UsageException if not, naming the place
   */
  static void check(String argument, List<Path> places) throws IOException {
    for (Path place : places) {
      if (!Files.exists(place)) {
        throw new UsageException(argument + ' ' + place + " does not exist");
      }
      if (Files.isDirectory(place) && !holdsTape(place)) {
        throw new UsageException(
            argument + ' ' + place + " is a folder without a tape (*" + TapeWriter.EXTENSION + ")");
      }
    }
  }

  private static boolean holdsTape(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .anyMatch(name -> name.endsWith(TapeWriter.EXTENSION) && !name.startsWith("."));
    }
  }
}
