package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.stream.StreamState;
import io.github.kalshi4j.client.value.Quantity;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A ladder that is drawn again in its place, on a screen of its own, with the best in the middle.
 * When it ends, the terminal is as it was, and the last state is printed.
 */
final class ScreenView implements FollowView {
  /** The other screen, without a cursor; and back. */
  static final String ENTER = "\u001b[?1049h\u001b[?25l";

  static final String LEAVE = "\u001b[?25h\u001b[?1049l";

  private static final String HOME = "\u001b[H";
  private static final String END_OF_LINE = "\u001b[K\r\n";
  private static final String REST_OF_SCREEN = "\u001b[J";
  private static final String PLAIN = "\u001b[0m";
  private static final String DIM = "\u001b[2m";
  private static final String WARNING = "\u001b[7m";
  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final int FIXED_LINES = 10;
  private static final int WIDEST_BAR = 40;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A line, and how it is set off. */
  private record Line(String text, String style) {}

  private final PrintStream out;
  private final Screen screen;
  private final int depth;
  private final boolean coloured;
  private final List<String> head = new ArrayList<>();
  private @Nullable StreamState state;
  private @Nullable String refusal;
  private @Nullable BookState book;
  private boolean valid;
  private Instant now = Instant.EPOCH;
  private Instant close = Instant.EPOCH;
  private boolean open;

  /**
   * Creates a view.
   *
   * @param depth how many levels of each side at most
   * @param coloured whether sides have colours; what is stale is set off all the same
   */
  ScreenView(PrintStream out, Screen screen, int depth, boolean coloured) {
    this.out = out;
    this.screen = screen;
    this.depth = depth;
    this.coloured = coloured;
  }

  @Override
  public void open(ExchangeAddress address, Market market) {
    open = true;
    head.add(address.environment().word() + ", " + address.streamUrl());
    head.add(
        market.ticker()
            + "  "
            + Failures.oneLine(market.yesSubTitle())
            + "  "
            + market.status().wire());
    close = market.close();
    out.print(ENTER);
  }

  @Override
  public void connection(StreamState newState, Instant time) {
    state = newState;
    if (newState instanceof StreamState.Connected) {
      refusal = null;
    }
    draw(time);
  }

  @Override
  public void refused(String reason, Instant time) {
    refusal = Failures.oneLine(reason);
    draw(time);
  }

  @Override
  public void book(@Nullable BookState newest, boolean isValid, Instant time) {
    book = newest;
    valid = isValid;
    if (isValid) {
      refusal = null;
    }
    draw(time);
  }

  @Override
  public boolean isLive() {
    return true;
  }

  private void draw(Instant time) {
    now = time;
    Screen.Size size = screen.size().orElse(Screen.Size.USUAL);
    int levels = Math.max(1, Math.min(depth, (size.rows() - FIXED_LINES) / 2));
    StringBuilder text = new StringBuilder(HOME);
    List<Line> lines = lines(levels, size.columns() - 1);
    for (Line line : lines.subList(0, Math.min(lines.size(), size.rows() - 1))) {
      text.append(line.style());
      text.append(cut(line.text(), size.columns() - 1));
      text.append(line.style().isEmpty() ? "" : PLAIN).append(END_OF_LINE);
    }
    out.print(text.append(REST_OF_SCREEN));
    out.flush();
  }

  private static String cut(String text, int columns) {
    return text.length() <= columns ? text : text.substring(0, Math.max(0, columns));
  }

  private List<Line> lines(int levels, int columns) {
    List<Line> lines = new ArrayList<>();
    head.forEach(line -> lines.add(new Line(line, "")));
    lines.add(new Line(closing(), ""));
    lines.add(new Line(validity(), book != null && !valid ? WARNING : ""));
    lines.add(new Line("", ""));
    BookState known = book;
    if (known != null) {
      lines.addAll(ladder(known, levels, columns));
    }
    lines.add(new Line("", ""));
    lines.add(new Line(connection(), isConnected() ? "" : WARNING));
    return lines;
  }

  private boolean isConnected() {
    return refusal == null && state instanceof StreamState.Connected;
  }

  private String connection() {
    if (refusal != null) {
      return refusal;
    }
    StreamState known = state;
    return known == null ? "" : StreamReasons.describe(known, now);
  }

  private String closing() {
    Duration left = Duration.between(now, close);
    return left.isNegative()
        ? "closed at " + Shown.cell(close)
        : "closes at " + Shown.cell(close) + ", in " + duration(left);
  }

  private String validity() {
    BookState known = book;
    if (known == null) {
      return "waiting for the book";
    }
    String changed =
        known.changed() == null ? "snapshot" : "changed " + TIME.format(known.changed()) + " UTC";
    String age = duration(Duration.between(known.received(), now));
    return valid
        ? "valid, " + changed + ", received " + age + " ago"
        : "STALE, not to be traded on; last received " + age + " ago";
  }

  private static String duration(Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    if (millis < 3_600_000) {
      return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
    return duration.toHours() + " h " + duration.toMinutesPart() + " min";
  }

  private List<Line> ladder(BookState known, int levels, int columns) {
    List<Level> asks = known.asks().stream().limit(levels).toList();
    List<Level> bids = known.bids().stream().limit(levels).toList();
    List<Quantity> askDepths = cumulated(asks);
    List<Quantity> bidDepths = cumulated(bids);
    Table table =
        new Table(
            Table.Column.right("BIDS"),
            Table.Column.right("PRICE"),
            Table.Column.right("ASKS"),
            Table.Column.right("DEPTH"));
    for (int i = asks.size() - 1; i >= 0; i--) {
      Level ask = asks.get(i);
      table.row("", ask.price().toString(), ask.quantity().toString(), askDepths.get(i).toString());
    }
    for (int i = 0; i < bids.size(); i++) {
      Level bid = bids.get(i);
      table.row(bid.quantity().toString(), bid.price().toString(), "", bidDepths.get(i).toString());
    }
    List<String> rows = table.lines();
    int width = rows.stream().mapToInt(String::length).max().orElse(0);
    Quantity deepest = max(askDepths, bidDepths);
    int widest = Math.min(WIDEST_BAR, columns - width - 3);
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(rows.getFirst(), ""));
    for (int i = asks.size(); i < levels; i++) {
      lines.add(new Line("", "")); // so that the middle stays where it is
    }
    for (int i = 0; i < asks.size() + bids.size(); i++) {
      boolean isAsk = i < asks.size();
      if (i == asks.size()) {
        lines.add(middle(known));
      }
      Quantity sum = isAsk ? askDepths.get(asks.size() - 1 - i) : bidDepths.get(i - asks.size());
      String row = rows.get(i + 1);
      String padded = row + " ".repeat(width - row.length());
      lines.add(new Line(padded + "  " + bar(sum, deepest, widest), style(isAsk ? RED : GREEN)));
    }
    if (bids.isEmpty()) {
      lines.add(middle(known));
    }
    return lines;
  }

  private static Line middle(BookState known) {
    String text =
        known
            .spread()
            .map(s -> "spread " + s + "  mid " + known.mid().orElse(""))
            .orElseGet(known::missing);
    return new Line("  " + text, "");
  }

  private String style(String colour) {
    return valid ? coloured ? colour : "" : DIM;
  }

  private static String bar(Quantity sum, Quantity deepest, int widest) {
    if (deepest.hundredths() == 0 || widest <= 0) {
      return "";
    }
    return "#".repeat((int) Math.max(1, sum.hundredths() * (double) widest / deepest.hundredths()));
  }

  private static List<Quantity> cumulated(List<Level> levels) {
    List<Quantity> sums = new ArrayList<>();
    Quantity sum = Quantity.ZERO;
    for (Level level : levels) {
      sum = sum.plus(level.quantity());
      sums.add(sum);
    }
    return sums;
  }

  private static Quantity max(List<Quantity> one, List<Quantity> other) {
    Quantity a = one.isEmpty() ? Quantity.ZERO : one.getLast();
    Quantity b = other.isEmpty() ? Quantity.ZERO : other.getLast();
    return a.compareTo(b) >= 0 ? a : b;
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      out.print(LEAVE);
      int shown = book == null ? 1 : Math.max(1, Math.max(book.bids().size(), book.asks().size()));
      for (Line line : lines(Math.min(depth, shown), Screen.Size.USUAL.columns() - 1)) {
        out.println(line.text().stripTrailing());
      }
      out.flush();
    }
  }
}
