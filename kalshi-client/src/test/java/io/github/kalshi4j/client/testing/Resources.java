package io.github.kalshi4j.client.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What this process uses now. The management interfaces are called by reflection, as the client's
 * module, into which this is compiled, has no need of them.
 */
public final class Resources {
  private static final Pattern NAME = Pattern.compile("\"name\": \"([^\"]*)\"");

  private Resources() {}

  /** Returns how many threads, virtual ones included, have a name that begins so. */
  public static long threads(String prefix) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("threads");
      Path dump = folder.resolve("dump.json");
      Class<?> diagnostics = Class.forName("com.sun.management.HotSpotDiagnosticMXBean");
      Class<?> format =
          Class.forName("com.sun.management.HotSpotDiagnosticMXBean$ThreadDumpFormat");
      Method dumping = diagnostics.getMethod("dumpThreads", String.class, format);
      dumping.invoke(bean(diagnostics), dump.toString(), format.getField("JSON").get(null));
      String text = Files.readString(dump);
      Files.delete(dump);
      Matcher names = NAME.matcher(text);
      return names.results().filter(name -> name.group(1).startsWith(prefix)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      delete(folder);
    }
  }

  /** Returns how many files and sockets are open; 0 where the system does not say. */
  public static long openFiles() {
    try {
      Class<?> unix = Class.forName("com.sun.management.UnixOperatingSystemMXBean");
      Object count = unix.getMethod("getOpenFileDescriptorCount").invoke(bean(unix));
      return (Long) count;
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return 0;
    }
  }

  /** Returns the bytes of the heap that are in use after everything else was let go. */
  public static long usedHeap() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  private static Object bean(Class<?> type) throws ReflectiveOperationException {
    Class<?> factory = Class.forName("java.lang.management.ManagementFactory");
    return factory.getMethod("getPlatformMXBean", Class.class).invoke(null, type);
  }

  private static void delete(Path folder) {
    if (folder != null) {
      try {
        Files.deleteIfExists(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
