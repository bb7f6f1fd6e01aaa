package io.github.kalshi4j.client.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Finds what an answer left empty: components that are null, and lists without elements; and the
 * lists that a caller could change.
 */
final class Completeness {
  private Completeness() {}

  static List<String> gapsIn(Object value) {
    List<String> gaps = new ArrayList<>();
    walk(
        value,
        value == null ? "" : value.getClass().getSimpleName(),
        (part, path) -> {
          if (part == null || part.equals(Optional.empty())) {
            gaps.add(path);
          } else if (part instanceof Collection<?> items && items.isEmpty()) {
            gaps.add(path + "[]");
          }
        });
    return gaps;
  }

  static List<String> changeableIn(Object value) {
    List<String> found = new ArrayList<>();
    walk(
        value,
        value == null ? "" : value.getClass().getSimpleName(),
        (part, path) -> {
          if (part instanceof Collection<?> items && isChangeable(items)) {
            found.add(path);
          }
        });
    return found;
  }

  private static boolean isChangeable(Collection<?> items) {
    try {
      return !items.removeIf(item -> false);
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }

  /** Shows each part of a value, from the outside in, with the path to it. */
  private static void walk(Object value, String path, BiConsumer<Object, String> visitor) {
    visitor.accept(value, path);
    if (value instanceof Optional<?> optional && optional.isPresent()) {
      walk(optional.get(), path, visitor);
    } else if (value instanceof Collection<?> items) {
      int index = 0;
      for (Object item : items) {
        walk(item, path + '[' + index++ + ']', visitor);
      }
    } else if (value instanceof Record && value.getClass().getName().contains("kalshi4j")) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        walk(read(value, component), path + '.' + component.getName(), visitor);
      }
    }
  }

  private static Object read(Object value, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(path(component), e.getCause());
    }
  }

  private static String path(RecordComponent component) {
    return component.getDeclaringRecord().getSimpleName() + '.' + component.getName();
  }
}
