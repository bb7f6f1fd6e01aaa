package io.github.kalshi4j.client.call;

/**
 * A field of an answer or of a message of the stream, or a word of a known enumeration, that this
 * version does not know. It is counted and shown rather than fatal, since the exchange adds some
 * between its releases.
 *
 * @param type the type that has the field; of the stream, the {@code type} of the message
 * @param field its name on the wire
 * @param count how often it was seen
 * @param sample the JSON of its first value, at most 200 characters
 */
public record UnknownField(String type, String field, long count, String sample) {}
