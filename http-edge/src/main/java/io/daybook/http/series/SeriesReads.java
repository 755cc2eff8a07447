package io.daybook.http.series;

import io.daybook.api.iteration.IterationId;
import io.daybook.api.series.ScalarColumns;
import io.daybook.api.series.SeriesQuery.FindScalars;
import io.daybook.api.series.SeriesQuery.FindThinnedScalars;
import io.daybook.api.series.StepRange;
import io.daybook.api.series.ThinnedScalars;
import io.daybook.http.message.Answered;
import io.daybook.http.message.Queries;
import io.daybook.http.request.Reading;
import io.daybook.http.series.Part.Page;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** Reads series page by page: however long an answer is, a page of it is in memory. */
final class SeriesReads {

    private static final int FEWEST = 2;

    private final Queries queries;
    private final int limit;

    /** @param limit how many points are read at a time */
    SeriesReads(Queries queries, int limit) {
        this.queries = queries;
        this.limit = limit;
    }

    /** What was asked for. */
    Answered<Part> read(IterationId iteration, SeriesParameters asked, Reading reading) {
        if (!asked.isWhole()) return part(iteration, asked, reading);
        FindScalars query = new FindScalars(iteration, asked.key(), 0, limit);
        Answered<ScalarColumns> first = queries.ask(query, ScalarColumns.class, reading);
        Part part = whole(iteration, asked.key(), first.value(), reading.reached(first.position()));
        return new Answered<>(part, first.position());
    }

    /** All of a series, whose first points were read already. Points that were added since are left out. */
    private Part whole(IterationId iteration, String key, ScalarColumns first, Reading same) {
        long count = first.count();
        LongFunction<Page> pages = from -> from == 0
                ? page(first, count)
                : page(read(iteration, key, from, (int) Math.min(limit, count - from), same), count - from);
        return new Part(key, count, count, pages);
    }

    private Answered<Part> part(IterationId iteration, SeriesParameters asked, Reading reading) {
        int points = asked.points() == 0 ? FEWEST : asked.points();
        FindThinnedScalars query = new FindThinnedScalars(iteration, asked.key(), asked.steps(), points);
        Answered<ThinnedScalars> answer = queries.ask(query, ThinnedScalars.class, reading);
        ThinnedScalars found = answer.value();
        Part part = asked.points() == 0 && found.thinned()
                ? between(iteration, asked, found, reading.reached(answer.position()))
                : shown(asked.key(), found);
        return new Answered<>(part, answer.position());
    }

    private static Part shown(String key, ThinnedScalars found) {
        Page all = new Page(found.step(), found.wallTime(), found.value());
        return new Part(key, found.count(), all.size(), from -> all);
    }

    /** All points of some steps: read anew for each column of the answer, and sifted. */
    private Part between(IterationId iteration, SeriesParameters asked, ThinnedScalars found, Reading same) {
        Sieve sieve = new Sieve(iteration, asked, found.total(), same);
        return new Part(asked.key(), found.count(), found.count(), sieve::page);
    }

    private ScalarColumns read(IterationId iteration, String key, long from, int count, Reading same) {
        return queries.ask(new FindScalars(iteration, key, from, count), ScalarColumns.class, same)
                .value();
    }

    private static Page page(ScalarColumns columns, long most) {
        int size = (int) Math.min(columns.step().length, most);
        if (size == 0 && most > 0) throw new IllegalStateException("a series breaks off");
        if (size == columns.step().length) return new Page(columns.step(), columns.wallTime(), columns.value());
        return new Page(
                Arrays.copyOf(columns.step(), size),
                Arrays.copyOf(columns.wallTime(), size),
                Arrays.copyOf(columns.value(), size));
    }

    /** Asked for pages in their order, from the first on, as often as there are columns. */
    private final class Sieve {

        private final IterationId iteration;
        private final SeriesParameters asked;
        private final long total;
        private final Reading same;
        private long read;

        Sieve(IterationId iteration, SeriesParameters asked, long total, Reading same) {
            this.iteration = iteration;
            this.asked = asked;
            this.total = total;
            this.same = same;
        }

        Page page(long from) {
            if (from == 0) read = 0;
            while (read < total) {
                int most = (int) Math.min(limit, total - read);
                Page page = SeriesReads.page(read(iteration, asked.key(), read, most, same), total - read);
                read += page.size();
                Page sifted = sift(page, asked.steps());
                if (sifted.size() > 0) return sifted;
            }
            throw new IllegalStateException("a series breaks off after " + from + " points");
        }
    }

    private static Page sift(Page page, StepRange steps) {
        int[] inside = IntStream.range(0, page.size())
                .filter(i -> steps.holds(page.step()[i]))
                .toArray();
        return new Page(
                Arrays.stream(inside).mapToLong(i -> page.step()[i]).toArray(),
                Arrays.stream(inside).mapToDouble(i -> page.wallTime()[i]).toArray(),
                Arrays.stream(inside).mapToDouble(i -> page.value()[i]).toArray());
    }
}
