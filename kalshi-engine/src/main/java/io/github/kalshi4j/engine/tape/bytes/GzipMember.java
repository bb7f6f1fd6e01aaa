package io.github.kalshi4j.engine.tape.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes one gzip member, always the same bytes for the same content: no name and no time. Its
 * header carries its own checksum, so that no byte of the file can change unnoticed. Flushing it
 * makes everything written so far readable in the file, at the price of a few bytes. Closing it
 * completes the member and leaves the underlying stream open.
 */
public final class GzipMember extends DeflaterOutputStream {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0x02, 0, 0, 0, 0, 0, (byte) 0xff};

  private final CRC32 crc = new CRC32();
  private boolean closed;

  public GzipMember(OutputStream out) throws IOException {
    super(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true), 1 << 16, true);
    var headerCrc = new CRC32();
    headerCrc.update(HEADER);
    out.write(HEADER);
    writeLittleEndian(headerCrc.getValue(), 2);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    super.write(bytes, offset, length);
    crc.update(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      finish();
      writeLittleEndian(crc.getValue(), 4);
      writeLittleEndian(def.getBytesRead(), 4);
    } finally {
      def.end();
    }
  }

  private void writeLittleEndian(long value, int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (8 * i)) & 0xFF);
    }
  }
}
