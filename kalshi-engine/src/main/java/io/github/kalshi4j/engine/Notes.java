package io.github.kalshi4j.engine;

import java.util.ArrayList;
import java.util.List;

/** What a person should know of a live run: told as it happens, and kept for the report. */
final class Notes {
  private static final int MOST = 1_000;

  private final LiveRun.Listener listener;
  private final List<String> kept = new ArrayList<>();

  Notes(LiveRun.Listener listener) {
    this.listener = listener;
  }

  void add(String what) {
    if (kept.size() < MOST) {
      kept.add(what);
    }
    listener.onNote(what);
  }

  /** Returns the notes that the report shows, in order. */
  List<String> kept() {
    return List.copyOf(kept);
  }
}
