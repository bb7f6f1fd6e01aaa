package io.github.kalshi4j.engine.tape.format;

import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.tape.bytes.Decimals;
import io.github.kalshi4j.engine.tape.bytes.GzipMember;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
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
 * Writes a tape, in one of two ways. One that is {@linkplain #create made} of something else goes
 * to hidden files beside the target, which appears, whole, when {@link #finish} is called; closed
 * without that, the writer leaves nothing behind and an older tape of the same name untouched. One
 * that is {@linkplain #record recorded} can be seen and read from its first moment: it begins with
 * what is known then, each {@link #flush} makes what was written so far safe from the end of the
 * process, and {@link #finish} replaces it, at once, by the complete tape.
 *
 * <p>The complete header comes last because only then is known what it says; in the file it is
 * first, a gzip member of its own. Equal records and headers give equal files. Used by one thread.
 */
public final class TapeWriter implements AutoCloseable {
  /** How the name of every tape ends. */
  public static final String EXTENSION = ".tape.gz";

  /** The longest frame that a tape can hold, in bytes. */
  public static final int MAX_FRAME = TapeReader.MAX_RECORD - 64;

  private static final int FLUSH_AT = 1 << 16;

  private final Path target;
  private final boolean recording;
  private final Path body; // where the records go
  private final long bodyStart; // where in that file they begin
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
  private long finishedBodyStart;
  private boolean closed;

  private TapeWriter(Path target, @Nullable TapeHeader begin) throws IOException {
    this.target = target;
    this.recording = begin != null;
    Path hidden = hidden(target);
    this.file =
        new BufferedOutputStream(
            Files.newOutputStream(hidden, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            FLUSH_AT);
    try {
      if (begin == null) {
        this.body = hidden;
        this.bodyStart = 0;
      } else {
        writeHeader(TapeJson.writeUnfinished(begin), file);
        file.flush();
        this.body = target;
        this.bodyStart = Files.size(hidden);
      }
      this.gzip = new GzipMember(file);
      if (begin != null) {
        gzip.flush();
        Files.move(hidden, target); // so that nobody ever sees half a header
      }
    } catch (IOException e) {
      file.close();
      delete(hidden);
      throw e;
    }
  }

  /**
   * Begins a tape in a folder that exists.
   *
   * @param target where the tape will be; its name ends with {@link #EXTENSION}
   * @throws TapeException if nothing can be written there
   */
  public static TapeWriter create(Path target) {
    return open(target, null);
  }

  /**
   * Begins a recording in a folder that exists: an unfinished tape, there at once.
   *
   * @param target where the tape will be; its name ends with {@link #EXTENSION}, and no file has it
   * @param begin what is known at the start; its end is of no account
   * @throws TapeException if nothing can be written there
   */
  public static TapeWriter record(Path target, TapeHeader begin) {
    return open(target, begin);
  }

  private static TapeWriter open(Path target, @Nullable TapeHeader begin) {
    if (!target.toString().endsWith(EXTENSION)) {
      throw new IllegalArgumentException("a tape's name ends with " + EXTENSION + ": " + target);
    }
    try {
      return new TapeWriter(target, begin);
    } catch (IOException e) {
      throw TapeException.at(target, "cannot be written: " + TapeException.reason(e), e);
    }
  }

  /**
   * Adds a frame, without its trailing line feeds; a line feed inside it, which JSON allows only
   * between tokens, becomes a space.
   *
   * @param receiveNanos when it was received, nanoseconds since 1970, not before the last record
   * @throws IllegalArgumentException if the time goes back, or the frame is empty or longer than
   *     {@link #MAX_FRAME}
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
    if (end - offset > MAX_FRAME) {
      throw new IllegalArgumentException(
          "a frame of " + (end - offset) + " bytes, of at most " + MAX_FRAME);
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
   * Adds what has become known of a market, for the case that the recording is never finished; the
   * last word on a market holds. The complete header says it again.
   *
   * @throws IllegalArgumentException if the time goes back
   */
  public void market(long receiveNanos, TapeMarket market) {
    record(receiveNanos, TapeSource.MARKET, TapeJson.write(market));
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
   * Passes all records on to the file, from which they can then be read even if this process is
   * killed.
   *
   * @throws TapeException if the file cannot be written
   */
  public void flush() {
    try {
      drain();
      gzip.flush();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * Returns how large the file of the records is, less what has not been flushed.
   *
   * @throws TapeException if the file is gone
   */
  public long fileBytes() {
    try {
      return Files.size(body);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Returns where the tape is, or will be. */
  public Path target() {
    return target;
  }

  /**
   * Returns the receive time of the first record, nanoseconds since 1970; null before there is one.
   */
  public @Nullable Long firstNanos() {
    return firstNanos;
  }

  /** Returns the receive time of the last record; meaningless before there is one. */
  public long lastNanos() {
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
    try {
      record(endReceived, TapeSource.END, TapeJson.write(end));
      drain();
      gzip.close();
      file.close();
      finishedBodyStart = replace(target, header, body, bodyStart);
    } catch (IOException e) {
      throw failure(e);
    } finally {
      close();
    }
  }

  /** Returns where in the finished tape its records begin. */
  public long finishedBodyStart() {
    return finishedBodyStart;
  }

  /**
   * Gives a finished tape another header, at once.
   *
   * @param bodyStart where in the file its records begin
   * @return where they begin now
   * @throws TapeException if the file cannot be written; then it is as it was
   */
  public static long amend(Path target, long bodyStart, TapeHeader header) {
    try {
      return replace(target, header, target, bodyStart);
    } catch (IOException e) {
      throw TapeException.at(target, "cannot be written: " + TapeException.reason(e), e);
    }
  }

  /**
   * Puts a tape in place, at once: a header, and records that lie compressed in another file.
   * Returns where in the tape they begin.
   */
  private static long replace(Path target, TapeHeader header, Path body, long bodyStart)
      throws IOException {
    Path whole = hidden(target);
    long start;
    try {
      try (var out =
          new BufferedOutputStream(
              Files.newOutputStream(whole, StandardOpenOption.CREATE_NEW), FLUSH_AT)) {
        writeHeader(TapeJson.write(header), out);
        out.flush();
        start = Files.size(whole);
        try (InputStream in = Files.newInputStream(body)) {
          in.skipNBytes(bodyStart);
          in.transferTo(out);
        }
      }
      try (var channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return start;
    } finally {
      delete(whole);
    }
  }

  private static void writeHeader(byte[] json, OutputStream out) throws IOException {
    try (var member = new GzipMember(out)) {
      member.write(json);
      member.write('\n');
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    closeQuietly(this::drain);
    closeQuietly(gzip);
    closeQuietly(file);
    if (!recording) {
      delete(body);
    }
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
        drain();
      } catch (IOException e) {
        throw failure(e);
      }
    }
  }

  private void drain() throws IOException {
    if (pendingLength > 0) {
      int length = pendingLength;
      pendingLength = 0;
      gzip.write(pending, 0, length);
    }
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // A recording is good up to its last flush; any other file is deleted.
    }
  }

  private TapeException failure(IOException e) {
    return TapeException.at(target, "cannot be written: " + TapeException.reason(e), e);
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
