package io.github.kalshi4j.client.series;

import io.github.kalshi4j.client.call.Query;
import io.github.kalshi4j.client.call.QueryParameter;
import java.time.Instant;
import java.util.List;

/** Which series to list, and how much of each. */
public final class SeriesQuery extends Query<SeriesQuery> {
  /** All series, without their volumes and metadata. */
  public static final SeriesQuery ALL = new SeriesQuery(List.of());

  private SeriesQuery(List<QueryParameter> parameters) {
    super(parameters);
  }

  /** Returns a copy with the series that have a category among {@link Series#categories()}. */
  public SeriesQuery withCategory(String category) {
    return with("category", category);
  }

  /** Returns a copy with the series that have a tag. */
  public SeriesQuery withTag(String tag) {
    return with("tags", tag);
  }

  /** Returns a copy that asks for {@link Series#productMetadata()}. */
  public SeriesQuery withProductMetadata() {
    return with("include_product_metadata", true);
  }

  /** Returns a copy that asks for {@link Series#volume()}. */
  public SeriesQuery withVolume() {
    return with("include_volume", true);
  }

  /** Returns a copy with the series whose description changed after a time. */
  public SeriesQuery updatedFrom(Instant time) {
    return withFrom("min_updated_ts", time);
  }

  @Override
  protected SeriesQuery copy(List<QueryParameter> changed) {
    return new SeriesQuery(changed);
  }
}
