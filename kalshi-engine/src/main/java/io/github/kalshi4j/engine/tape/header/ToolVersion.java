package io.github.kalshi4j.engine.tape.header;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this library, as its jar says it. */
public final class ToolVersion {
  public static final String TOOL = "kalshi4j";

  private static final String PROPERTIES =
      "/META-INF/maven/io.github.kalshi4j/kalshi-engine/pom.properties";

  private ToolVersion() {}

  /** Returns the version, or {@code development} outside a jar. */
  public static String get() {
    var properties = new Properties();
    try (InputStream in = ToolVersion.class.getResourceAsStream(PROPERTIES)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      // As good as absent.
    }
    return properties.getProperty("version", "development");
  }
}
