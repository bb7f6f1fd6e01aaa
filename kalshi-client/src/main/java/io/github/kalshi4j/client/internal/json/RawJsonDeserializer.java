package io.github.kalshi4j.client.internal.json;

import io.github.kalshi4j.client.value.RawJson;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Keeps a value as it is, without the white space between its parts. */
final class RawJsonDeserializer extends ValueDeserializer<RawJson> {
  private static final JsonFactory FACTORY = new JsonFactory();

  @Override
  public RawJson deserialize(JsonParser parser, DeserializationContext context) {
    return new RawJson(copy(parser));
  }

  /** Returns the JSON of the value at hand, and goes to its end. */
  static String copy(JsonParser parser) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      int depth = copyToken(parser, out);
      while (depth > 0 && parser.nextToken() != null) {
        depth += copyToken(parser, out);
      }
    }
    return text.toString();
  }

  /** Returns by how much deeper the value is after the token. */
  private static int copyToken(JsonParser parser, JsonGenerator out) {
    JsonToken token = parser.currentToken();
    switch (token) {
      case START_OBJECT -> out.writeStartObject();
      case END_OBJECT -> out.writeEndObject();
      case START_ARRAY -> out.writeStartArray();
      case END_ARRAY -> out.writeEndArray();
      // Characters as they came: as a number, -0 and 1e5 would be written in another form.
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(parser.getString());
      default -> out.copyCurrentEvent(parser);
    }
    return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
  }
}
