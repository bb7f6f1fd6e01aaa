package io.github.kalshi4j.engine.tape.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads gzip, one member after the other, and vouches for every byte of the file: the header's own
 * checksum where there is one, the content's checksum and length, and nothing after the last
 * member. The JDK's stream ignores trailing bytes and throws whatever it likes.
 */
public final class Gunzip implements AutoCloseable {
  private static final int RESERVED = 0xE0;
  private static final int HEADER_CRC = 0x02;
  private static final int EXTRA = 0x04;
  private static final int NAME = 0x08;
  private static final int COMMENT = 0x10;

  private final InputStream in;
  private boolean mayStopShort;
  private final byte[] input = new byte[1 << 16];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 contentCrc = new CRC32();
  private final CRC32 headerCrc = new CRC32();
  private int position;
  private int limit;
  private boolean started;
  private boolean inMember;
  private boolean ended;
  private boolean closed;

  /**
   * @param mayStopShort whether a file that ends within a member is read as far as it goes
   */
  public Gunzip(InputStream in, boolean mayStopShort) {
    this.in = in;
    this.mayStopShort = mayStopShort;
  }

  /** Says that the file may end within a member, and is then read as far as it goes. */
  public void mayStopShort() {
    mayStopShort = true;
  }

  /**
   * Reads at least one byte.
   *
   * @return how many, or −1 at the end
   * @throws GzipException if the bytes are not sound gzip
   */
  public int read(byte[] out, int offset, int length) throws IOException {
    try {
      while (!ended) {
        if (!inMember && !beginMember()) {
          ended = true;
          break;
        }
        int count = inflater.inflate(out, offset, length);
        if (count > 0) {
          contentCrc.update(out, offset, count);
          return count;
        }
        if (inflater.finished()) {
          endMember();
        } else if (inflater.needsDictionary()) {
          throw corrupted("needs a dictionary", null);
        } else if (!fill()) {
          throw new StopsShort();
        } else {
          feed();
        }
      }
      return -1;
    } catch (StopsShort e) {
      ended = true;
      if (mayStopShort) {
        return -1;
      }
      throw new GzipException("truncated: the file stops inside compressed data");
    } catch (DataFormatException e) {
      throw corrupted(String.valueOf(e.getMessage()), e);
    }
  }

  private boolean beginMember() throws IOException, StopsShort {
    boolean first = !started;
    if (position == limit && !fill()) {
      if (first) {
        throw new GzipException("empty file");
      }
      return false;
    }
    headerCrc.reset();
    int one = headerByte();
    int two = one == 0x1f ? headerByte() : -1;
    if (one != 0x1f || two != 0x8b) {
      throw new GzipException(first ? "not gzip" : "corrupted: bytes after the compressed data");
    }
    started = true;
    if (headerByte() != 8) {
      throw corrupted("unknown compression method", null);
    }
    int flags = headerByte();
    if ((flags & RESERVED) != 0) {
      throw corrupted("reserved gzip flags", null);
    }
    for (int i = 0; i < 6; i++) {
      headerByte();
    }
    if ((flags & EXTRA) != 0) {
      int extra = headerByte() | headerByte() << 8;
      for (int i = 0; i < extra; i++) {
        headerByte();
      }
    }
    for (int flag = NAME; flag <= COMMENT; flag <<= 1) {
      if ((flags & flag) != 0) {
        while (headerByte() != 0) {}
      }
    }
    if ((flags & HEADER_CRC) != 0) {
      int expected = (int) headerCrc.getValue() & 0xFFFF;
      if ((nextByte() | nextByte() << 8) != expected) {
        throw corrupted("checksum of the gzip header differs", null);
      }
    }
    inflater.reset();
    contentCrc.reset();
    inMember = true;
    feed();
    return true;
  }

  private void feed() {
    inflater.setInput(input, position, limit - position);
    position = limit;
  }

  private void endMember() throws IOException, StopsShort {
    position = limit - inflater.getRemaining();
    long crc = nextInt();
    long size = nextInt();
    if (crc != contentCrc.getValue()) {
      throw corrupted("checksum of the content differs", null);
    }
    if (size != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
      throw corrupted("length of the content differs", null);
    }
    inMember = false;
  }

  private int headerByte() throws IOException, StopsShort {
    int b = nextByte();
    headerCrc.update(b);
    return b;
  }

  private long nextInt() throws IOException, StopsShort {
    return nextByte() | nextByte() << 8 | nextByte() << 16 | (long) nextByte() << 24;
  }

  private int nextByte() throws IOException, StopsShort {
    if (position == limit && !fill()) {
      throw new StopsShort();
    }
    return input[position++] & 0xFF;
  }

  private boolean fill() throws IOException {
    int count = in.read(input, 0, input.length);
    position = 0;
    limit = Math.max(count, 0);
    return count > 0;
  }

  private static GzipException corrupted(String how, @Nullable Throwable cause) {
    return new GzipException("corrupted: " + how, cause);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    inflater.end();
    try {
      in.close();
    } catch (IOException e) {
      // Everything wanted from the file has been read.
    }
  }

  /** The file ends where more bytes must follow. */
  private static final class StopsShort extends Exception {
    private static final long serialVersionUID = 1L;

    StopsShort() {
      super(null, null, false, false);
    }
  }
}
