package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.testing.SharedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/**
 * The recorded frames of the shared folder; tests that need them are skipped where it is absent.
 */
final class Recordings {
  private Recordings() {}

  static List<byte[]> lines(String name) {
    try (var lines = Files.lines(SharedFolder.file("kalshi-api/samples/ws/" + name))) {
      return lines
          .filter(line -> !line.isBlank())
          .map(line -> line.getBytes(StandardCharsets.UTF_8))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
