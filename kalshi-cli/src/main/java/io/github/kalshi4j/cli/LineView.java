package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.stream.StreamState;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line a change, of words with a space between; everything else begins with a #. */
final class LineView implements FollowView {
  private static final String NOTHING = "-";

  private final PrintStream out;

  LineView(PrintStream out) {
    this.out = out;
  }

  @Override
  public void open(ExchangeAddress address, Market market) {
    out.println("# " + address);
    out.println("# " + address.streamUrl());
    out.println("# " + market.ticker() + " " + market.status().wire());
    out.println("# received exchange state bid quantity ask quantity spread mid");
  }

  @Override
  public void connection(StreamState state, Instant now) {
    out.println("# " + now + " " + StreamReasons.describe(state, now));
  }

  @Override
  public void refused(String reason, Instant now) {
    out.println("# " + now + " " + Failures.oneLine(reason));
  }

  @Override
  public void book(@Nullable BookState book, boolean valid, Instant now) {
    if (book == null) {
      return;
    }
    if (!valid) {
      out.println(now + " - stale - - - - - -");
      return;
    }
    out.println(
        String.join(
            " ",
            book.received().toString(),
            book.changed() == null ? NOTHING : book.changed().toString(),
            "valid",
            words(book.bid()),
            words(book.ask()),
            book.spread().orElse(NOTHING),
            book.mid().orElse(NOTHING)));
  }

  private static String words(Optional<Level> level) {
    return level.map(l -> l.price() + " " + l.quantity()).orElse("- -");
  }

  @Override
  public boolean isLive() {
    return false;
  }

  @Override
  public void close() {
    // nothing is left open
  }
}
