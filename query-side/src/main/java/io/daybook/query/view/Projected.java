package io.daybook.query.view;

import io.daybook.api.documents.View;
import java.util.List;
import java.util.function.Function;

/**
 * A view, and what fills it.
 *
 * @param projections each event is handled by all of them, in their order
 */
public record Projected(View view, Function<ViewWriter, List<Object>> projections) {}
