package io.github.kalshi4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A private key in a file of its own, which nobody but its owner can read from the moment it is
 * there, and which is gone once this is closed.
 */
final class KeyFile implements AutoCloseable {
  private static final int LINE = 64;
  private static final FileAttribute<?> OWNERS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path path;

  private KeyFile(Path path) {
    this.path = path;
  }

  /**
   * Writes a key as PEM.
   *
   * @param path where; null for a new file among the temporary ones
   * @throws UsageException if there is a file already
   */
  static KeyFile write(PrivateKey key, @Nullable Path path) throws IOException {
    // Where files have no such permissions, the folder's access list decides.
    Path place = path == null ? Path.of(System.getProperty("java.io.tmpdir")) : path;
    boolean posix = place.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes = posix ? new FileAttribute<?>[] {OWNERS} : new FileAttribute[0];
    Path made;
    try {
      made =
          path == null
              ? Files.createTempFile(place, "kalshi-simulator-", ".pem", attributes)
              : Files.createFile(path.toAbsolutePath(), attributes);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(
          "--key-file "
              + path
              + " is there already, and is not overwritten; a new key is made at each start, so"
              + " remove it or name another",
          e);
    } catch (NoSuchFileException e) {
      throw new UsageException("--key-file " + path + ": there is no such folder", e);
    }
    KeyFile file = new KeyFile(made);
    try {
      Files.writeString(made, pem(key), StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static String pem(PrivateKey key) {
    byte[] separator = {'\n'};
    String body = Base64.getMimeEncoder(LINE, separator).encodeToString(key.getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }

  Path path() {
    return path;
  }

  /** Removes the file. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
