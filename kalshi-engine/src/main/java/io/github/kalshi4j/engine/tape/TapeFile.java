package io.github.kalshi4j.engine.tape;

import io.github.kalshi4j.engine.tape.format.Recording;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeReader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A tape and its header, which has been read.
 *
 * @param header what the tape says about itself; of an unfinished one, completed by what its
 *     records say
 * @param wholeRecords how many whole records an unfinished tape had when it was looked at, which
 *     are those that are read; null if the tape is finished
 */
public record TapeFile(Path path, TapeHeader header, @Nullable Long wholeRecords)
    implements Recording {
  /** What a command says of an unfinished tape. */
  public static final String UNFINISHED =
      "unfinished: the recorder was stopped, or is still at work; read up to its last whole record";

  /** Creates a finished tape. */
  public TapeFile(Path path, TapeHeader header) {
    this(path, header, null);
  }

  /**
   * Reads the header of a tape. If it is unfinished, the whole tape is read, to find where it ends
   * and what else its recorder could not say any more.
   *
   * @throws TapeException if the file is no tape that can be read
   */
  public static TapeFile read(Path path) {
    try (var reader = TapeReader.openUnfinished(path)) {
      return reader.isFinished()
          ? new TapeFile(path, reader.header())
          : UnfinishedTape.complete(reader);
    }
  }

  public boolean isUnfinished() {
    return wholeRecords != null;
  }

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
    return wholeRecords == null
        ? TapeReader.open(path)
        : TapeReader.openUnfinished(path, wholeRecords);
  }
}
