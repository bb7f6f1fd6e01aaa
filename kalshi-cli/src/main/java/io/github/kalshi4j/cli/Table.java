package io.github.kalshi4j.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells, lined up in columns two spaces apart. */
final class Table {
  private static final String GAP = "  ";

  /** To which side the cells of a column are set. */
  enum Align {
    LEFT,
    RIGHT
  }

  /** A column's heading and side. */
  record Column(String heading, Align align) {
    static Column left(String heading) {
      return new Column(heading, Align.LEFT);
    }

    static Column right(String heading) {
      return new Column(heading, Align.RIGHT);
    }
  }

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  Table(Column... columns) {
    this.columns = List.of(columns);
    rows.add(this.columns.stream().map(Column::heading).toList());
  }

  /** Adds a row; an empty cell stays empty. */
  void row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns.size());
    }
    List<String> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(Failures.printable(cell));
    }
    rows.add(row);
  }

  /** Returns the headings, then the rows, without spaces at their ends. */
  List<String> lines() {
    int[] widths = new int[columns.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      String padding = " ".repeat(widths[i] - cell.length());
      line.append(i == 0 ? "" : GAP);
      line.append(columns.get(i).align() == Align.LEFT ? cell + padding : padding + cell);
    }
    return line.toString().stripTrailing();
  }
}
