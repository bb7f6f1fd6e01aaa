package io.github.kalshi4j.cli;

import java.util.Optional;

/** The terminal that standard output is, if it is one. */
@FunctionalInterface
interface Screen {
  /** Standard output is no terminal. */
  Screen NONE = Optional::empty;

  /** Returns how large it is now; empty if it is no terminal, or one that cannot be drawn on. */
  Optional<Size> size();

  /** How many characters there are to draw on. */
  record Size(int rows, int columns) {
    static final Size USUAL = new Size(24, 80);
  }
}
