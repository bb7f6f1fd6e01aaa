package io.github.kalshi4j.engine.tape.format;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.tape.bytes.Gunzip;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads a tape from its header to its end, one record at a time, in memory that does not grow with
 * the tape. A record's bytes are not copied: they lie in a buffer that is reused, so they are good
 * until the next call of {@link #next()}.
 *
 * <p>Everything that is wrong with a file is a {@link TapeException} that names the file and the
 * record; the header is record 0. What has been handed out before a corrupted place is found may
 * itself be wrong, so a caller that cannot decode a frame throws {@link #undecodable}. Used by one
 * thread.
 */
public final class TapeReader implements FrameSource {
  private static final int INITIAL_BUFFER = 1 << 16;

  /** The longest line of a tape, in bytes. */
  public static final int MAX_RECORD = 1 << 24;

  private static final int MAX_SOURCES = 64;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = 0x8080_8080_8080_8080L;
  private static final long LINE_FEEDS = ONES * '\n';

  private final Path file;
  private final Gunzip gunzip;
  private final boolean endRequired;
  private final long recordLimit;
  private final TapeHeader header;
  private final boolean finished;
  private final long startNanos;
  private final long endNanos;

  private byte[] buffer = new byte[INITIAL_BUFFER];
  private int position; // of the next record
  private int limit;
  private boolean drained;

  private long record; // number of the current one
  private long receiveNanos = Long.MIN_VALUE;
  private long firstNanos = Long.MIN_VALUE;
  private int payload;
  private int payloadEnd;
  private String source = "";
  private @Nullable TapeGap gap;
  private final List<TapeGap> gaps = new ArrayList<>();
  private int openGaps;
  private final Map<MarketTicker, TapeMarket> markets = new LinkedHashMap<>();
  private @Nullable TapeEnd end;
  private boolean done;

  private final byte[][] sourceWords = new byte[MAX_SOURCES][];
  private final String[] sources = new String[MAX_SOURCES];
  private final long[] frames = new long[MAX_SOURCES];
  private int sourceCount;

  private TapeReader(Path file, boolean endRequired, long recordLimit) {
    this.file = file;
    this.endRequired = endRequired;
    this.recordLimit = recordLimit;
    this.gunzip = new Gunzip(stream(file), !endRequired);
    try {
      int lineEnd = findLineEnd();
      if (lineEnd < 0) {
        throw TapeException.at(
            file, limit == 0 ? "truncated: no header" : "header: not one line of text");
      }
      TapeJson.ReadHeader read = readHeader(lineEnd);
      this.header = read.header();
      this.finished = read.finished();
      if (!finished) {
        gunzip.mayStopShort(); // which next() then calls by its name
      }
      this.startNanos = EpochNanos.of(header.start());
      this.endNanos = EpochNanos.of(header.end());
      position = lineEnd + 1;
    } catch (RuntimeException e) {
      gunzip.close();
      throw e;
    }
  }

  /**
   * Opens a tape and reads its header. A tape without its end record is refused, as truncated or
   * unfinished, by the time {@link #next()} gets there.
   *
   * @throws TapeException if the file is no tape that can be read
   */
  public static TapeReader open(Path file) {
    return new TapeReader(file, true, Long.MAX_VALUE);
  }

  /**
   * Opens a tape that may lack its end, because its recorder was killed or is still at work: the
   * records are read as far as they are whole, and {@link #end()} is then empty.
   *
   * @throws TapeException if the file is no tape that can be read
   */
  public static TapeReader openUnfinished(Path file) {
    return openUnfinished(file, Long.MAX_VALUE);
  }

  /** Opens such a tape and stops after a number of records, so that it may grow meanwhile. */
  public static TapeReader openUnfinished(Path file, long recordLimit) {
    return new TapeReader(file, false, recordLimit);
  }

  public Path file() {
    return file;
  }

  /** Returns the header; that of an unfinished tape ends when it starts. */
  public TapeHeader header() {
    return header;
  }

  /**
   * Returns whether the header is complete. That of a tape whose recorder was killed, or is still
   * at work, says only what was known when the recording began.
   */
  public boolean isFinished() {
    return finished;
  }

  /**
   * Goes on to the next frame or gap.
   *
   * @return false at the end of the tape
   * @throws TapeException if the tape is truncated, corrupted or does not keep to the format
   */
  @Override
  public boolean next() {
    boolean isContent = false;
    while (!done && !isContent) {
      int lineEnd = record < recordLimit ? findLineEnd() : -1;
      if (lineEnd >= 0) {
        record++;
        int start = position;
        position = lineEnd + 1;
        isContent = parse(start, lineEnd);
      } else if (endRequired) {
        throw fail(
            finished
                ? "truncated: no end record"
                : "unfinished: its recorder was stopped, or is still at work");
      } else {
        done = true;
      }
    }
    return !done;
  }

  /** Returns the number of the current record, counted from 1. */
  public long record() {
    return record;
  }

  /** Returns when the current record was received, nanoseconds since 1970; it never goes back. */
  @Override
  public long receiveNanos() {
    return receiveNanos;
  }

  /** Returns whether the current record is a gap, which has no frame. */
  @Override
  public boolean isGap() {
    return gap != null;
  }

  /**
   * Returns the gap that begins with the current record.
   *
   * @throws IllegalStateException if the record is a frame
   */
  @Override
  public TapeGap gap() {
    TapeGap current = gap;
    if (current == null) {
      throw new IllegalStateException("record " + record + " is no gap");
    }
    return current;
  }

  /** Returns where the current record came from; equal words are the same string. */
  @Override
  public String source() {
    return source;
  }

  /** Returns the bytes in which the current frame lies; not to be written to. */
  @Override
  public byte[] buffer() {
    return buffer;
  }

  /** Returns where in {@link #buffer()} the current frame begins. */
  @Override
  public int offset() {
    return payload;
  }

  /** Returns how many bytes the current frame has. */
  @Override
  public int length() {
    return payloadEnd - payload;
  }

  /**
   * Returns the end record, once {@link #next()} has returned false; empty if the tape lacks it.
   */
  public Optional<TapeEnd> end() {
    return Optional.ofNullable(end);
  }

  /**
   * Returns what an end record would say after the records read so far; of a gap that ends in them
   * it knows the end.
   */
  public TapeEnd soFar() {
    boolean any = firstNanos != Long.MIN_VALUE;
    return new TapeEnd(
        counted(), any ? firstNanos : null, any ? receiveNanos : null, List.copyOf(gaps));
  }

  /** Returns what the market records read so far say, the last word on each. */
  public List<TapeMarket> markets() {
    return List.copyOf(markets.values());
  }

  /**
   * Returns what to throw when the current frame cannot be decoded: the damage, if the rest of the
   * tape shows that it is damaged, else the given cause at this record. Reads the tape to its end.
   */
  @Override
  public TapeException undecodable(RuntimeException cause) {
    String place = "record " + record + ": ";
    try {
      while (next()) {}
    } catch (TapeException damage) {
      return damage;
    }
    return TapeException.at(file, place + TapeException.reason(cause), cause);
  }

  @Override
  public void close() {
    done = true;
    gunzip.close();
  }

  private static InputStream stream(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw TapeException.at(file, "a folder, not a tape");
      }
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw TapeException.at(file, "no such file", e);
    } catch (IOException e) {
      throw TapeException.at(file, "cannot be opened: " + TapeException.reason(e), e);
    }
  }

  private TapeJson.ReadHeader readHeader(int lineEnd) {
    try {
      return TapeJson.readHeader(buffer, 0, lineEnd);
    } catch (JacksonException e) {
      throw TapeException.at(file, "header: not JSON: " + e.getOriginalMessage(), e);
    } catch (RuntimeException e) {
      throw TapeException.at(file, "header: " + e.getMessage(), e);
    }
  }

  /** Reads a line; returns whether it is a frame or a gap. */
  private boolean parse(int start, int lineEnd) {
    long nanos = 0;
    int i = start;
    while (i < lineEnd && buffer[i] >= '0' && buffer[i] <= '9' && i - start < 19) {
      nanos = nanos * 10 + (buffer[i++] - '0');
    }
    if (i == start || nanos < 0 || i == lineEnd || buffer[i] != ' ') {
      throw fail("corrupted: it does not begin with a receive time");
    }
    int word = ++i;
    while (i < lineEnd && TapeSource.isSourceCharacter(buffer[i])) {
      i++;
    }
    if (i == word || i - word > TapeSource.MAX_LENGTH || i >= lineEnd - 1 || buffer[i] != ' ') {
      throw fail("corrupted: no source and content after the receive time");
    }
    if (nanos < receiveNanos) {
      throw fail("receive time goes back from " + receiveNanos + " to " + nanos);
    }
    payload = i + 1;
    payloadEnd = lineEnd;
    if (is(TapeSource.END, word, i)) {
      finish();
      return false;
    }
    if (firstNanos == Long.MIN_VALUE) {
      firstNanos = nanos;
      if (nanos < startNanos) {
        throw fail("received at " + nanos + ", before the tape's start " + header.start());
      }
    }
    receiveNanos = nanos;
    if (is(TapeSource.MARKET, word, i)) {
      TapeMarket market = readRecord(TapeJson::readMarket);
      markets.put(market.ticker(), market);
      return false;
    }
    if (is(TapeSource.GAP, word, i)) {
      TapeGap read = readRecord(TapeJson::readGap);
      if (read.fromNanos() != nanos) {
        throw fail("corrupted: a gap from " + read.fromNanos() + " at " + nanos);
      }
      gap = read;
      source = read.source();
      gaps.add(read);
      openGaps += read.untilNanos() == null ? 1 : 0;
    } else {
      gap = null;
      int index = sourceIndex(word, i);
      source = sources[index];
      frames[index]++;
      if (openGaps > 0) {
        endGap(source, nanos);
      }
    }
    return true;
  }

  private void endGap(String ofSource, long nanos) {
    for (int i = 0; i < gaps.size(); i++) {
      TapeGap open = gaps.get(i);
      if (open.untilNanos() == null && open.source().equals(ofSource)) {
        gaps.set(i, new TapeGap(ofSource, open.fromNanos(), nanos, open.reason()));
        openGaps--;
      }
    }
  }

  private boolean is(String expected, int from, int to) {
    if (to - from != expected.length()) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      if (buffer[from + i] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int sourceIndex(int from, int to) {
    for (int i = 0; i < sourceCount; i++) {
      byte[] known = sourceWords[i];
      if (Arrays.equals(known, 0, known.length, buffer, from, to)) {
        return i;
      }
    }
    if (sourceCount == MAX_SOURCES) {
      throw fail("more than " + MAX_SOURCES + " sources");
    }
    sourceWords[sourceCount] = Arrays.copyOfRange(buffer, from, to);
    sources[sourceCount] = new String(buffer, from, to - from, StandardCharsets.US_ASCII).intern();
    return sourceCount++;
  }

  private void finish() {
    TapeEnd read = readRecord(TapeJson::readEnd);
    SortedMap<String, Long> counted = counted();
    if (!read.frames().equals(counted)) {
      throw fail("the end record counts frames " + read.frames() + ", but there are " + counted);
    }
    if (read.gaps().size() != gaps.size()) {
      throw fail(
          "the end record has " + read.gaps().size() + " gaps, but there are " + gaps.size());
    }
    boolean any = firstNanos != Long.MIN_VALUE;
    if (any != (read.firstNanos() != null)
        || any != (read.lastNanos() != null)
        || (read.firstNanos() != null && read.firstNanos() != firstNanos)
        || (read.lastNanos() != null && read.lastNanos() != receiveNanos)) {
      throw fail("the end record has another time span than the records");
    }
    if (any && finished && receiveNanos > endNanos) {
      throw fail("received at " + receiveNanos + ", after the tape's end " + header.end());
    }
    if (findLineEnd() >= 0 || position < limit) {
      throw fail("corrupted: more after the end record");
    }
    end = read;
    record--; // the end record is none of the tape's content
    done = true;
  }

  private SortedMap<String, Long> counted() {
    SortedMap<String, Long> counted = new TreeMap<>();
    for (int i = 0; i < sourceCount; i++) {
      counted.put(sources[i], frames[i]);
    }
    return counted;
  }

  private <T> T readRecord(RecordReader<T> reader) {
    try {
      return reader.read(buffer, payload, payloadEnd - payload);
    } catch (JacksonException e) {
      throw fail("corrupted: not JSON: " + e.getOriginalMessage());
    } catch (RuntimeException e) {
      throw fail("corrupted: " + e.getMessage());
    }
  }

  private interface RecordReader<T> {
    T read(byte[] bytes, int offset, int length);
  }

  /** Returns where the line that begins at the position ends, or −1 if no line feed follows. */
  private int findLineEnd() {
    int from = position;
    while (true) {
      int found = lineFeed(from);
      if (found >= 0) {
        return found;
      }
      from = limit - position; // already searched
      if (drained || !fill()) {
        return -1;
      }
      from += position;
    }
  }

  private int lineFeed(int from) {
    byte[] bytes = buffer;
    int i = from;
    for (; i <= limit - Long.BYTES; i += Long.BYTES) {
      long x = (long) LONGS.get(bytes, i) ^ LINE_FEEDS;
      long hit = (x - ONES) & ~x & HIGHS; // the lowest set bit marks the first zero byte
      if (hit != 0) {
        return i + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    for (; i < limit; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Adds bytes behind the limit, after making room; moves the position to do so. */
  private boolean fill() {
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
    }
    if (limit == buffer.length) {
      if (limit >= MAX_RECORD) {
        throw fail("corrupted: a line of more than " + MAX_RECORD + " bytes");
      }
      buffer = Arrays.copyOf(buffer, limit * 2);
    }
    int count;
    try {
      count = gunzip.read(buffer, limit, buffer.length - limit);
    } catch (IOException e) {
      throw record == 0 ? TapeException.at(file, TapeException.readFailure(e), e) : afterRecord(e);
    }
    if (count < 0) {
      drained = true;
      return false;
    }
    limit += count;
    return true;
  }

  private TapeException afterRecord(IOException e) {
    done = true;
    return TapeException.at(
        file, "after record " + record + ": " + TapeException.readFailure(e), e);
  }

  /** Returns what to throw for a wrong record: the damage, if the rest of the file shows one. */
  private TapeException fail(String problem) {
    done = true;
    byte[] rest = new byte[INITIAL_BUFFER];
    try {
      while (gunzip.read(rest, 0, rest.length) >= 0) {}
    } catch (IOException damage) {
      return afterRecord(damage);
    }
    return TapeException.at(file, "record " + record + ": " + problem);
  }
}
