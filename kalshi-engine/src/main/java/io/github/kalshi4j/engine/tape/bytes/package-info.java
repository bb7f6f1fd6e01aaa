/** The bytes below the format: gzip whose every bit is vouched for, and digits. Not for users. */
package io.github.kalshi4j.engine.tape.bytes;
