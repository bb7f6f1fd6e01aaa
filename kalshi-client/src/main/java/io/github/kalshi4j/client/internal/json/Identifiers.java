package io.github.kalshi4j.client.internal.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tickers and ids: the public records of one component, a string called {@code value}. */
final class Identifiers {
  private Identifiers() {}

  static boolean isIdentifier(Class<?> type) {
    if (!type.isRecord()) {
      return false;
    }
    RecordComponent[] components = type.getRecordComponents();
    return components.length == 1
        && components[0].getType() == String.class
        && components[0].getName().equals("value");
  }

  static <T> Function<String, @Nullable T> constructor(Class<T> type) {
    try {
      Constructor<T> constructor = type.getConstructor(String.class);
      return text -> create(constructor, text);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no public constructor", e);
    }
  }

  private static <T> T create(Constructor<T> constructor, String text) {
    try {
      return constructor.newInstance(text);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
