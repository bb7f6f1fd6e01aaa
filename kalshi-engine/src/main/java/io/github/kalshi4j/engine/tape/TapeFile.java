package io.github.kalshi4j.engine.tape;

import java.nio.file.Path;

/** A tape and its header, which has been read. */
public record TapeFile(Path path, TapeHeader header) implements Recording {
  @Override
  public String name() {
    return path.toString();
  }

  /**
   * Opens the tape at its first record.
   *
   * @throws TapeException if the file has become unreadable
   */
  @Override
  public TapeReader open() {
    return TapeReader.open(path);
  }
}
