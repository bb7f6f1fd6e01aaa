package io.github.kalshi4j.client.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;

/**
 * The folder of specifications and recordings that is no part of the project, named by the system
 * property {@code kalshi4j.shared}. A test that asks for a file of it is skipped where it is
 * absent.
 */
public final class SharedFolder {
  private SharedFolder() {}

  /** Returns a file of the folder. */
  public static Path file(String name) {
    Path folder = Path.of(System.getProperty("kalshi4j.shared", "no shared folder configured"));
    assumeThat(folder.resolve(name))
        .as("read from the folder in the system property kalshi4j.shared")
        .exists();
    return folder.resolve(name);
  }
}
