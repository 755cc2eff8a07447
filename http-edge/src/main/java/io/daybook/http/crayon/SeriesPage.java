package io.daybook.http.crayon;

import io.daybook.api.crayon.CrayonView;
import io.daybook.api.iteration.Histogram;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationId;
import io.daybook.http.json.JsonReply;
import tools.jackson.core.JsonGenerator;

/** Some points of a series, as they are written. */
sealed interface SeriesPage {

    IterationId iteration();

    /** How many points the whole series has. */
    long count();

    int size();

    void write(JsonGenerator json);

    record Scalars(CrayonView.Scalars view) implements SeriesPage {

        @Override
        public IterationId iteration() {
            return view.iterationId();
        }

        @Override
        public long count() {
            return view.count();
        }

        @Override
        public int size() {
            return view.step().length;
        }

        @Override
        public void write(JsonGenerator json) {
            for (int i = 0; i < size(); i++) {
                json.writeStartArray();
                json.writeNumber(view.wallTime()[i]);
                json.writeNumber(view.step()[i]);
                json.writeNumber(view.value()[i]);
                json.writeEndArray();
            }
        }
    }

    record Histograms(CrayonView.Histograms view) implements SeriesPage {

        @Override
        public IterationId iteration() {
            return view.iterationId();
        }

        @Override
        public long count() {
            return view.count();
        }

        @Override
        public int size() {
            return view.points().size();
        }

        @Override
        public void write(JsonGenerator json) {
            for (HistogramPoint point : view.points()) {
                json.writeStartArray();
                json.writeNumber(point.wallTime());
                json.writeNumber(point.step());
                write(json, point.histogram());
                json.writeEndArray();
            }
        }

        private static void write(JsonGenerator json, Histogram histogram) {
            json.writeStartArray();
            json.writeNumber(histogram.min());
            json.writeNumber(histogram.max());
            json.writeNumber(histogram.num());
            json.writeNumber(histogram.sum());
            json.writeNumber(histogram.sumSquares());
            JsonReply.write(json, histogram.bucketLimits());
            JsonReply.write(json, histogram.buckets());
            json.writeEndArray();
        }
    }
}
