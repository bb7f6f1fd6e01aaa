package io.github.kalshi4j.client.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads and writes the exchange's JSON as records. What a record must hold is its own declaration:
 * its components in snake case, or under the name they are given; those that are not
 * {@code @Nullable} must be there. Nothing is converted silently: a number is no string, a fraction
 * no integer, and what does not fit fails. Safe for threads.
 */
public final class WireJson {
  private static final int MAX_MESSAGE = 400;

  /** What takes secrets out of the texts that are kept. */
  private static final String HIDING = "hiding";

  /** Under which name what is unknown in a message is counted; by default that of its type. */
  private static final String COUNTED_AS = "countedAs";

  /** Where Jackson says that the text began, which it does not show. */
  private static final Pattern PLACE = Pattern.compile(" ?\\(start marker at \\[Source:.*?]\\)");

  /** Jackson's advice to its own user, which is not ours. */
  private static final Pattern CONFIGURATION_HINT = Pattern.compile(" \\(but (could|might) .*$");

  private final JsonMapper mapper;

  /**
   * Creates a reader and writer.
   *
   * @param unknown where fields and words that no record knows are counted
   */
  public WireJson(UnknownCounter unknown) {
    mapper =
        JsonMapper.builder()
            .addModule(new WireModule(unknown))
            .annotationIntrospector(new WireIntrospector())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addHandler(new CountUnknown(unknown))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // asks the handler
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(
                include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withCoercionConfig(
                LogicalType.Textual,
                config ->
                    config
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();
  }

  /**
   * Reads one value.
   *
   * @throws KalshiDecodingException if it cannot be read, naming the field and its value
   */
  public <T> T read(byte[] json, Class<T> type) {
    return read(json, mapper.constructType(type));
  }

  /**
   * Reads the body of a message.
   *
   * @param countedAs under which name what is unknown in it is counted
   * @param around what stood around the body: values of components that are marked {@code
   *     JacksonInject}, by their names
   * @throws KalshiDecodingException if it cannot be read, naming the field and its value
   */
  public <T> T read(byte[] json, Class<T> type, String countedAs, Map<String, Object> around) {
    ObjectReader reader =
        mapper
            .readerFor(type)
            .with(new InjectableValues.Std(new HashMap<>(around)))
            .withAttribute(COUNTED_AS, countedAs);
    return required(() -> reader.readValue(json));
  }

  /**
   * Reads the answer to a request that carried secrets, which may be echoed in it.
   *
   * @param hide takes them out of what is kept of unknown fields and words
   * @throws KalshiDecodingException if it cannot be read; its message is as it comes
   */
  public <T> T read(byte[] json, Class<T> type, UnaryOperator<String> hide) {
    ObjectReader reader = mapper.readerFor(type).withAttribute(HIDING, new Hiding(hide));
    return required(() -> reader.readValue(json));
  }

  private <T> T read(byte[] json, JavaType type) {
    return required(() -> mapper.readValue(json, type));
  }

  /** Returns a text of the JSON at hand as it may be kept. */
  static String hidden(DeserializationContext context, String text) {
    return context.getAttribute(HIDING) instanceof Hiding hiding ? hiding.hide.apply(text) : text;
  }

  private record Hiding(UnaryOperator<String> hide) {}

  private static <T> T required(Supplier<@Nullable T> reading) {
    T value;
    try {
      value = reading.get();
    } catch (JacksonException e) {
      throw new KalshiDecodingException(describe(e), e);
    }
    if (value == null) {
      throw new KalshiDecodingException("null where an object was expected");
    }
    return value;
  }

  /** Reads any JSON as a tree, for bodies whose shape is not known; null if it is none. */
  public @Nullable JsonNode tree(byte[] json) {
    try {
      return mapper.readTree(json);
    } catch (JacksonException e) {
      return null;
    }
  }

  /**
   * Writes one value; components that are null are left out.
   *
   * @throws IllegalArgumentException if it has no form on the wire, naming the component
   */
  public byte[] write(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(describe(e), e);
    }
  }

  /** Returns under which name something unknown is counted. */
  static String countedAs(DeserializationContext context, String otherwise) {
    return context.getAttribute(COUNTED_AS) instanceof String name ? name : otherwise;
  }

  /** Returns where it went wrong and why, never longer than a few lines. */
  private static String describe(JacksonException e) {
    StringBuilder text = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() != null) {
        text.append(text.isEmpty() ? "" : ".").append(step.getPropertyName());
      } else if (step.getIndex() >= 0) {
        text.append('[').append(step.getIndex()).append(']');
      }
    }
    if (!text.isEmpty()) {
      text.append(": ");
    }
    text.append(reason(e));
    return text.length() <= MAX_MESSAGE ? text.toString() : text.substring(0, MAX_MESSAGE) + "…";
  }

  private static String reason(JacksonException e) {
    if (e instanceof InvalidNullException) {
      return "null or empty";
    }
    String message = e.getOriginalMessage();
    if (e instanceof StreamReadException && !(e instanceof InputCoercionException)) {
      return "broken JSON: " + PLACE.matcher(message).replaceAll("");
    }
    return message.startsWith("Missing required creator property")
        ? "missing"
        : CONFIGURATION_HINT.matcher(message).replaceAll("");
  }

  private static final class WireModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    private final transient UnknownCounter unknown;

    WireModule(UnknownCounter unknown) {
      super("kalshi");
      this.unknown = unknown;
    }

    @Override
    public void setupModule(SetupContext context) {
      super.setupModule(context);
      context.addDeserializers(new WireDeserializers(unknown));
      context.addDeserializerModifier(new FrozenLists());
      context.addSerializers(new WireSerializers());
    }
  }

  private static final class CountUnknown extends DeserializationProblemHandler {
    private final UnknownCounter unknown;

    CountUnknown(UnknownCounter unknown) {
      this.unknown = unknown;
    }

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        @Nullable ValueDeserializer<?> deserializer,
        Object owner,
        String name) {
      Class<?> type =
          deserializer != null && deserializer.handledType() != null
              ? deserializer.handledType()
              : owner instanceof Class<?> c ? c : owner.getClass();
      String[] sample = new String[1];
      unknown.count(
          countedAs(context, nameOf(type)),
          hidden(context, name),
          () -> hidden(context, sample[0] = RawJsonDeserializer.copy(parser)));
      if (sample[0] == null) {
        parser.skipChildren();
      }
      return true;
    }

    /** Returns the name of a type with those of the types around it, but without its package. */
    private static String nameOf(Class<?> type) {
      return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }
  }
}
