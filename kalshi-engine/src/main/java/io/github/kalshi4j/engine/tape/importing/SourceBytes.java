package io.github.kalshi4j.engine.tape.importing;

import io.github.kalshi4j.engine.tape.bytes.Gunzip;
import io.github.kalshi4j.engine.tape.format.TapeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of a file to be imported, which is plain or, if its name ends in {@code .gz}, gzip. */
final class SourceBytes implements AutoCloseable {
  private final Path file;
  private final InputStream in;
  private final @Nullable Gunzip gunzip;

  /**
   * Opens a file.
   *
   * @throws TapeException if it is not there or cannot be opened
   */
  SourceBytes(Path file) {
    this.file = file;
    try {
      this.in = Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw TapeException.at(file, "no such file", e);
    } catch (IOException e) {
      throw TapeException.at(file, "cannot be opened: " + TapeException.reason(e), e);
    }
    this.gunzip = file.toString().endsWith(".gz") ? new Gunzip(in, false) : null;
  }

  /**
   * Reads at least one byte.
   *
   * @return how many, or −1 at the end
   * @throws TapeException if it cannot be read, or is not sound gzip
   */
  int read(byte[] out, int offset, int length) {
    try {
      return gunzip == null ? in.read(out, offset, length) : gunzip.read(out, offset, length);
    } catch (IOException e) {
      throw TapeException.at(file, TapeException.readFailure(e), e);
    }
  }

  @Override
  public void close() {
    if (gunzip != null) {
      gunzip.close();
      return;
    }
    try {
      in.close();
    } catch (IOException e) {
      // Everything wanted from the file has been read.
    }
  }
}
