/**
 * What a tape's header says beside what its maker was told, gathered from the frames: {@link
 * io.github.kalshi4j.engine.tape.header.TapeFacts}. Not for users.
 */
package io.github.kalshi4j.engine.tape.header;
