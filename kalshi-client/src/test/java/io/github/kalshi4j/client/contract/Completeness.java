package io.github.kalshi4j.client.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds what an answer left empty: components that are null, and lists without elements. */
final class Completeness {
  private Completeness() {}

  static List<String> gapsIn(Object value) {
    List<String> gaps = new ArrayList<>();
    collect(value, value == null ? "" : value.getClass().getSimpleName(), gaps);
    return gaps;
  }

  private static void collect(Object value, String path, List<String> gaps) {
    if (value == null || value.equals(Optional.empty())) {
      gaps.add(path);
    } else if (value instanceof Optional<?> optional) {
      collect(optional.get(), path, gaps);
    } else if (value instanceof Collection<?> items) {
      if (items.isEmpty()) {
        gaps.add(path + "[]");
      }
      int index = 0;
      for (Object item : items) {
        collect(item, path + '[' + index++ + ']', gaps);
      }
    } else if (value instanceof Record && value.getClass().getName().contains("kalshi4j")) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        collect(read(value, component), path + '.' + component.getName(), gaps);
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
