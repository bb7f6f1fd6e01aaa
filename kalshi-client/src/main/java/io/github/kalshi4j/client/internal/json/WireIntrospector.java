package io.github.kalshi4j.client.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.kalshi4j.client.value.Entries;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Reads from a record's own declaration what its JSON must hold. A component that is not
 * {@code @Nullable} must be there and not be null; a list that is missing or null is empty. One
 * that is {@code @Nullable} and marked as required must be there, though what is there may stand
 * for nothing, as a bid of $0 does.
 */
final class WireIntrospector extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    RecordComponent component = component(member);
    return component == null
        ? super.hasRequiredMarker(config, member)
        : Boolean.valueOf(
            !isCollection(component) && (!isNullable(component) || isMarked(component)));
  }

  @Override
  public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated annotated) {
    return component(annotated) != null && annotated.hasAnnotation(InText.class)
        ? new InTextDeserializer(annotated.getType())
        : super.findDeserializer(config, annotated);
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
    RecordComponent component = component(annotated);
    if (component == null) {
      return super.findSetterInfo(config, annotated);
    }
    if (isCollection(component)) {
      return JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL);
    }
    return JsonSetter.Value.construct(
        isNullable(component) ? Nulls.SET : Nulls.FAIL, Nulls.DEFAULT);
  }

  /** Returns the component that a parameter of a canonical constructor sets; null for others. */
  private static @Nullable RecordComponent component(Annotated annotated) {
    if (annotated instanceof AnnotatedParameter parameter
        && parameter.getDeclaringClass().isRecord()) {
      RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
      return parameter.getOwner().getParameterCount() == components.length
          ? components[parameter.getIndex()]
          : null;
    }
    return null;
  }

  private static boolean isMarked(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property != null && property.required();
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static boolean isCollection(RecordComponent component) {
    return Collection.class.isAssignableFrom(component.getType())
        || component.getType() == Entries.class;
  }
}
