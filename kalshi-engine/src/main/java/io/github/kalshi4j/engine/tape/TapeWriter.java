package io.github.kalshi4j.engine.tape;

import io.github.kalshi4j.engine.clock.EpochNanos;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tape. Records go to hidden files beside the target, which appears, whole, when {@link
 * #finish} is called; closed without that, the writer leaves nothing behind and an older tape of
 * the same name untouched. The header comes last because only then is known what it says; in the
 * file it is first, a gzip member of its own. Equal records and headers give equal files. Used by
 * one thread.
 */
public final class TapeWriter implements AutoCloseable {
  /** How the name of every tape ends. */
  public static final String EXTENSION = ".tape.gz";

  private static final int FLUSH_AT = 1 << 16;

  private final Path target;
  private final Path body;
  private final OutputStream file;
  private final GzipMember gzip;
  private byte[] pending = new byte[FLUSH_AT * 2];
  private int pendingLength;

  private final SortedMap<String, long[]> frames = new TreeMap<>();
  private String lastSource = "";
  private byte[] lastSourceWord = {};
  private long[] lastSourceCount = {0};
  private final List<TapeGap> gaps = new ArrayList<>();
  private @Nullable Long firstNanos;
  private long lastNanos = Long.MIN_VALUE;
  private boolean closed;

  private TapeWriter(Path target) throws IOException {
    this.target = target;
    this.body = hidden(target);
    this.file =
        new BufferedOutputStream(
            Files.newOutputStream(body, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            FLUSH_AT);
    this.gzip = new GzipMember(file);
  }

  /**
   * Begins a tape in a folder that exists.
   *
   * @param target where the tape will be; its name ends with {@link #EXTENSION}
   * @throws TapeException if nothing can be written there
   */
  public static TapeWriter create(Path target) {
    if (!target.toString().endsWith(EXTENSION)) {
      throw new IllegalArgumentException("a tape's name ends with " + EXTENSION + ": " + target);
    }
    try {
      return new TapeWriter(target);
    } catch (IOException e) {
      throw TapeException.at(target, "cannot be written: " + TapeException.reason(e), e);
    }
  }

  /**
   * Adds a frame, without its trailing line feeds; a line feed inside it, which JSON allows only
   * between tokens, becomes a space.
   *
   * @param receiveNanos when it was received, nanoseconds since 1970, not before the last record
   * @throws IllegalArgumentException if the time goes back, or the frame is empty
   */
  public void frame(long receiveNanos, String source, byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    int end = offset + length;
    while (end > offset && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    if (end == offset) {
      throw new IllegalArgumentException("empty frame at " + receiveNanos);
    }
    if (!source.equals(lastSource)) {
      TapeSource.check(source);
      lastSource = source;
      lastSourceWord = source.getBytes(StandardCharsets.US_ASCII);
      lastSourceCount = frames.computeIfAbsent(source, s -> new long[1]);
    }
    begin(receiveNanos, lastSourceWord, end - offset);
    int from = pendingLength;
    System.arraycopy(bytes, offset, pending, from, end - offset);
    pendingLength += end - offset;
    for (int i = from; i < pendingLength; i++) {
      if (pending[i] == '\n') {
        pending[i] = ' ';
      }
    }
    lastSourceCount[0]++;
    endLine();
  }

  /** Adds a frame given as text; otherwise as the other method of this name. */
  public void frame(long receiveNanos, String source, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    frame(receiveNanos, source, bytes, 0, bytes.length);
  }

  /**
   * Adds a gap record, received at the gap's start.
   *
   * @throws IllegalArgumentException if the gap begins before the last record, or an open gap of
   *     the same source precedes it
   */
  public void gap(TapeGap gap) {
    if (gaps.stream().anyMatch(g -> g.source().equals(gap.source()) && g.untilNanos() == null)) {
      throw new IllegalArgumentException("a gap of " + gap.source() + " is still open");
    }
    record(gap.fromNanos(), TapeSource.GAP, TapeJson.write(gap));
    gaps.add(gap);
  }

  /**
   * Says when the open gap of a source ended, for the index of gaps.
   *
   * @throws IllegalArgumentException if there is no open gap, or it began later
   */
  public void gapEnded(String source, long untilNanos) {
    for (int i = gaps.size() - 1; i >= 0; i--) {
      TapeGap gap = gaps.get(i);
      if (gap.source().equals(source) && gap.untilNanos() == null) {
        gaps.set(i, new TapeGap(source, gap.fromNanos(), untilNanos, gap.reason()));
        return;
      }
    }
    throw new IllegalArgumentException("no open gap of " + source);
  }

  /**
   * Returns the receive time of the first record, nanoseconds since 1970; null before there is one.
   */
  @Nullable Long firstNanos() {
    return firstNanos;
  }

  /** Returns the receive time of the last record; meaningless before there is one. */
  long lastNanos() {
    return lastNanos;
  }

  /**
   * Completes the tape and puts it in its place, replacing a file of that name.
   *
   * @throws IllegalArgumentException if the header's times do not enclose the records
   * @throws TapeException if the file cannot be written
   */
  public void finish(TapeHeader header) {
    if (closed) {
      throw new IllegalStateException("the writer of " + target + " is closed");
    }
    Long first = firstNanos;
    if (first != null
        && (first < EpochNanos.of(header.start()) || lastNanos > EpochNanos.of(header.end()))) {
      throw new IllegalArgumentException(
          "records from "
              + first
              + " to "
              + lastNanos
              + " lie outside the header's "
              + header.start()
              + " to "
              + header.end());
    }
    SortedMap<String, Long> counts = new TreeMap<>();
    frames.forEach((source, count) -> counts.put(source, count[0]));
    Long last = first == null ? null : lastNanos;
    var end = new TapeEnd(counts, first, last, gaps);
    long endReceived = last == null ? EpochNanos.of(header.start()) : last;
    Path whole = hidden(target);
    try {
      record(endReceived, TapeSource.END, TapeJson.write(end));
      flush();
      gzip.close();
      file.close();
      try (var out =
          new BufferedOutputStream(
              Files.newOutputStream(whole, StandardOpenOption.CREATE_NEW), FLUSH_AT)) {
        try (var member = new GzipMember(out)) {
          member.write(TapeJson.write(header));
          member.write('\n');
        }
        Files.copy(body, out);
      }
      try (var channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw TapeException.at(target, "cannot be written: " + TapeException.reason(e), e);
    } finally {
      delete(whole);
      close();
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      gzip.close();
      file.close();
    } catch (IOException e) {
      // The file is deleted.
    }
    delete(body);
  }

  private void record(long receiveNanos, String word, byte[] payload) {
    begin(receiveNanos, word.getBytes(StandardCharsets.US_ASCII), payload.length);
    System.arraycopy(payload, 0, pending, pendingLength, payload.length);
    pendingLength += payload.length;
    endLine();
  }

  private void begin(long receiveNanos, byte[] word, int payloadLength) {
    if (closed) {
      throw new IllegalStateException("the writer of " + target + " is closed");
    }
    if (receiveNanos < 0 || receiveNanos < lastNanos) {
      throw new IllegalArgumentException(
          "receive time goes back from " + lastNanos + " to " + receiveNanos);
    }
    int needed = pendingLength + 19 + 1 + word.length + 1 + payloadLength + 1;
    if (needed > pending.length) {
      pending = Arrays.copyOf(pending, needed * 2);
    }
    if (firstNanos == null) {
      firstNanos = receiveNanos;
    }
    lastNanos = receiveNanos;
    pendingLength = Decimals.append(pending, pendingLength, receiveNanos);
    pending[pendingLength++] = ' ';
    System.arraycopy(word, 0, pending, pendingLength, word.length);
    pendingLength += word.length;
    pending[pendingLength++] = ' ';
  }

  private void endLine() {
    pending[pendingLength++] = '\n';
    if (pendingLength >= FLUSH_AT) {
      try {
        flush();
      } catch (IOException e) {
        throw TapeException.at(target, "cannot be written: " + TapeException.reason(e), e);
      }
    }
  }

  private void flush() throws IOException {
    gzip.write(pending, 0, pendingLength);
    pendingLength = 0;
  }

  private static Path hidden(Path target) {
    return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A hidden leftover does no harm, and its folder may be gone as well.
    }
  }
}
