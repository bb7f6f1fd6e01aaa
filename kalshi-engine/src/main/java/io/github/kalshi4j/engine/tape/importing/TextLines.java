package io.github.kalshi4j.engine.tape.importing;

import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads the lines of a text file, plain or gzip, as bytes; blank ones are left out. */
final class TextLines implements AutoCloseable {
  private static final int EXCERPT = 120;

  private final Path file;
  private final SourceBytes in;
  private byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private int from;
  private int to;
  private long line;

  TextLines(Path file) {
    this.file = file;
    this.in = new SourceBytes(file);
  }

  /** Goes on to the next line that is not blank; false at the end. */
  boolean next() {
    while (readLine()) {
      while (from < to && isBlank(buffer[from])) {
        from++;
      }
      while (from < to && isBlank(buffer[to - 1])) {
        to--;
      }
      if (from < to) {
        return true;
      }
    }
    return false;
  }

  /** Returns the bytes in which the line lies, good until the next one. */
  byte[] bytes() {
    return buffer;
  }

  /** Returns where the line begins, without the blanks there. */
  int from() {
    return from;
  }

  /** Returns where it ends, without the blanks there. */
  int to() {
    return to;
  }

  String text(int start, int end) {
    return new String(buffer, start, end - start, StandardCharsets.UTF_8);
  }

  /** Returns what to throw for the current line, of which the beginning is shown. */
  TapeException bad(String problem) {
    String shown = text(from, Math.min(to, from + EXCERPT));
    return TapeException.at(file, "line " + line + ": " + problem + ": " + shown);
  }

  private boolean readLine() {
    from = position;
    int searched = position;
    while (true) {
      for (int i = searched; i < limit; i++) {
        if (buffer[i] == '\n') {
          to = i;
          position = i + 1;
          line++;
          return true;
        }
      }
      searched = limit - from;
      if (!fill()) {
        to = limit;
        position = limit;
        line++;
        return from < to;
      }
    }
  }

  /** Adds bytes, after moving the current line to the front. */
  private boolean fill() {
    System.arraycopy(buffer, from, buffer, 0, limit - from);
    limit -= from;
    from = 0;
    if (limit == buffer.length) {
      if (limit >= TapeReader.MAX_RECORD) {
        throw TapeException.at(
            file, "line " + (line + 1) + ": longer than " + TapeReader.MAX_RECORD + " bytes");
      }
      buffer = Arrays.copyOf(buffer, limit * 2);
    }
    int count = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(count, 0);
    return count > 0;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  @Override
  public void close() {
    in.close();
  }
}
