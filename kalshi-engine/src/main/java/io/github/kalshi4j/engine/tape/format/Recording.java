package io.github.kalshi4j.engine.tape.format;

/** Something that can be replayed: a tape on disk, or one that is made up as it is read. */
public interface Recording {
  /** Returns how messages name it: a file, or what it was made from. */
  String name();

  TapeHeader header();

  /** Opens it from the start; whoever opens it closes it. */
  FrameSource open();
}
