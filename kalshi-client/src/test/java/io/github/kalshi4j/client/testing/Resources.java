package io.github.kalshi4j.client.testing;

/**
 * What this process uses now. The management interfaces are called by reflection, as the client's
 * module, into which this is compiled, has no need of them.
 */
public final class Resources {
  private Resources() {}

  /** Returns how many threads of the system have a name that begins so. */
  public static long threads(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(prefix))
        .count();
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
}
