package io.github.kalshi4j.engine;

/**
 * How far a replay has come.
 *
 * @param recording the number of the recording being read, from 1
 * @param recordings how many there are
 * @param name the name of the one being read
 * @param frames exchange frames read so far, in all
 */
public record Progress(int recording, int recordings, String name, long frames) {}
