package io.github.kalshi4j.engine.tape.importing;

import io.github.kalshi4j.engine.tape.format.TapeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the rows of a comma-separated file without quotes, plain or gzip, whose first line names
 * its columns. Values are asked for by the index of a wanted column, wherever it stands in the
 * file. An error names the file, the line, the column and the value.
 */
final class CsvRows implements AutoCloseable {
  private static final int MAX_ROW = 1 << 20;

  private final Path file;
  private final SourceBytes in;
  private final List<String> columns;
  private final int[] places; // field of each wanted column
  private byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private int[] fields = new int[64]; // where each field begins; one more for where the row ends
  private int fieldCount;
  private int fieldsExpected;
  private long line;

  /**
   * @param columns what the file must have; it may have more
   * @throws TapeException if the file cannot be read or lacks a column
   */
  CsvRows(Path file, List<String> columns) {
    this.file = file;
    this.columns = columns;
    this.places = new int[columns.size()];
    this.in = new SourceBytes(file);
    try {
      readNames();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void readNames() {
    if (!splitLine()) {
      throw TapeException.at(file, "empty, where a line with column names belongs");
    }
    String[] names = new String[fieldCount];
    for (int i = 0; i < fieldCount; i++) {
      names[i] = fieldText(i);
    }
    for (int i = 0; i < places.length; i++) {
      places[i] = Arrays.asList(names).indexOf(columns.get(i));
      if (places[i] < 0) {
        throw TapeException.at(file, "line 1: no column \"" + columns.get(i) + '"');
      }
    }
    fieldsExpected = fieldCount;
  }

  /** Goes on to the next row that is not blank; false at the end. */
  boolean next() {
    while (splitLine()) {
      if (fieldCount == 1 && fields[0] == fields[1] - 1) {
        continue;
      }
      if (fieldCount != fieldsExpected) {
        throw TapeException.at(
            file, "line " + line + ": " + fieldCount + " columns, not " + fieldsExpected);
      }
      return true;
    }
    return false;
  }

  boolean isEmpty(int column) {
    return from(column) == to(column);
  }

  String text(int column) {
    return fieldText(places[column]);
  }

  boolean is(int column, byte[] expected) {
    return Arrays.equals(buffer, from(column), to(column), expected, 0, expected.length);
  }

  /** Returns the only character of a value, or 0 if it has another length. */
  char character(int column) {
    return to(column) - from(column) == 1 ? (char) buffer[from(column)] : 0;
  }

  /** Returns a whole number that is not negative. */
  long whole(int column) {
    int from = from(column);
    int to = to(column);
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = buffer[i] - '0';
      if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
        throw bad(column, "not a whole number");
      }
      value = value * 10 + digit;
    }
    if (from == to) {
      throw bad(column, "missing");
    }
    return value;
  }

  /** Returns a time in units of so many nanoseconds, of which nanoseconds can be made. */
  long time(int column, long nanosPerUnit) {
    long units = whole(column);
    if (units > Long.MAX_VALUE / nanosPerUnit) {
      throw bad(column, "too late for a time");
    }
    return units;
  }

  /** Returns a decimal as a count of 10<sup>-scale</sup>; zeros beyond the scale are accepted. */
  long decimal(int column, int scale) {
    int to = to(column);
    int from = from(column);
    int i = from;
    boolean negative = i < to && buffer[i] == '-';
    if (negative) {
      i++;
    }
    long value = 0;
    int digits = 0;
    int decimals = -1; // −1: no point seen yet
    for (; i < to; i++) {
      int digit = buffer[i] - '0';
      if (buffer[i] == '.' && decimals < 0) {
        decimals = 0;
      } else if (digit < 0 || digit > 9) {
        throw bad(column, "not a decimal");
      } else if (decimals < scale) {
        value = appended(column, value, digit);
        digits++;
        decimals += decimals < 0 ? 0 : 1;
      } else if (digit != 0) {
        throw bad(column, "finer than " + scale + " decimal places");
      }
    }
    if (digits == 0 || buffer[to - 1] == '.') {
      throw bad(column, from == to ? "missing" : "not a decimal");
    }
    for (int d = Math.max(decimals, 0); d < scale; d++) {
      value = appended(column, value, 0);
    }
    return negative ? -value : value;
  }

  private long appended(int column, long value, int digit) {
    if (value > (Long.MAX_VALUE - digit) / 10) {
      throw bad(column, "too large");
    }
    return value * 10 + digit;
  }

  /**
   * Returns a whole number that never goes back from row to row.
   *
   * @param before that of the row above
   */
  long wholeFrom(int column, long before) {
    long value = whole(column);
    if (value < before) {
      throw bad(column, "before the row above, " + before);
    }
    return value;
  }

  /** Returns the error of a value in the current row. */
  TapeException bad(int column, String problem) {
    return TapeException.at(
        file,
        "line "
            + line
            + ", column "
            + columns.get(column)
            + ": \""
            + text(column)
            + "\" is "
            + problem);
  }

  private int from(int column) {
    return fields[places[column]];
  }

  private int to(int column) {
    return fields[places[column] + 1] - 1;
  }

  private String fieldText(int field) {
    return new String(
        buffer, fields[field], fields[field + 1] - 1 - fields[field], StandardCharsets.UTF_8);
  }

  /** Finds the fields of the next line; the last may lack its line feed. */
  private boolean splitLine() {
    int end = position;
    while (true) {
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      if (end < limit) {
        break;
      }
      int searched = end - position;
      boolean more = fill();
      end = position + searched;
      if (!more) {
        if (end == position) {
          return false;
        }
        break;
      }
    }
    line++;
    int rowEnd = end > position && buffer[end - 1] == '\r' ? end - 1 : end;
    fieldCount = 0;
    fields[0] = position;
    for (int i = position; i < rowEnd; i++) {
      if (buffer[i] == ',') {
        endField(i);
      }
    }
    endField(rowEnd);
    position = Math.min(end + 1, limit);
    return true;
  }

  private void endField(int at) {
    fieldCount++;
    if (fieldCount == fields.length) {
      fields = Arrays.copyOf(fields, fieldCount * 2);
    }
    fields[fieldCount] = at + 1;
  }

  private boolean fill() {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    if (limit == buffer.length) {
      if (limit >= MAX_ROW) {
        throw TapeException.at(file, "line " + (line + 1) + ": longer than " + MAX_ROW + " bytes");
      }
      buffer = Arrays.copyOf(buffer, limit * 2);
    }
    int count = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(count, 0);
    return count > 0;
  }

  @Override
  public void close() {
    in.close();
  }
}
