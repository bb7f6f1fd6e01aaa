package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The recorded frames of the shared folder; tests that need them are skipped where it is absent.
 */
final class Recordings {
  private Recordings() {}

  static List<byte[]> lines(String name) {
    try (var lines = Files.lines(file("kalshi-api/samples/ws/" + name))) {
      return lines
          .filter(line -> !line.isBlank())
          .map(line -> line.getBytes(StandardCharsets.UTF_8))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(String name) {
    Path folder = Path.of(System.getProperty("kalshi4j.shared", "no shared folder configured"));
    assumeThat(folder.resolve(name))
        .as("recordings are read from the folder in the system property kalshi4j.shared")
        .exists();
    return folder.resolve(name);
  }
}
