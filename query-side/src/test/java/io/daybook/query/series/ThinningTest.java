package io.daybook.query.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.series.StepRange;
import io.daybook.api.series.ThinnedScalars;
import io.daybook.query.iteration.ScalarPage;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class ThinningTest {

    /** Steps are places, wall times ten times as much. */
    private static ThinnedScalars thin(double[] values, StepRange steps, int most) {
        Thinning.Source pages = (from, limit) -> {
            int to = (int) Math.min(values.length, from + Math.min(limit, 7));
            int[] places = IntStream.range((int) from, to).toArray();
            return new ScalarPage(
                    values.length,
                    from,
                    Arrays.stream(places).asLongStream().toArray(),
                    Arrays.stream(places).mapToDouble(i -> 10.0 * i).toArray(),
                    Arrays.copyOfRange(values, (int) from, to));
        };
        return new Thinning(pages, values.length, steps, most).result();
    }

    private static ThinnedScalars thin(double[] values, int most) {
        return thin(values, StepRange.ALL, most);
    }

    @Provide
    Arbitrary<double[]> values() {
        Arbitrary<Double> value = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.doubles().between(-100, 100)),
                Tuple.of(1, Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY)));
        return value.array(Double[].class).ofMinSize(1).ofMaxSize(300).map(all -> Arrays.stream(all)
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    /** The contract's rule, told once more and as plainly as can be. */
    private static long[] expected(double[] values, int most) {
        int n = values.length;
        if (n <= most) return IntStream.range(0, n).asLongStream().toArray();
        TreeSet<Integer> kept = new TreeSet<>();
        kept.add(0);
        kept.add(n - 1);
        for (int i = 0; i < n && kept.size() < most; i++) {
            boolean border = i == 0 || i == n - 1 || Double.isFinite(values[i - 1]) || Double.isFinite(values[i + 1]);
            if (!Double.isFinite(values[i]) && border) kept.add(i);
        }
        int windows = (most - kept.size()) / 2;
        for (int w = 0; w < windows; w++) {
            int lowest = -1;
            int highest = -1;
            for (int i = 0; i < n; i++) {
                if ((long) i * windows / n != w || !Double.isFinite(values[i])) continue;
                if (lowest < 0 || values[i] < values[lowest]) lowest = i;
                if (highest < 0 || values[i] > values[highest]) highest = i;
            }
            if (lowest >= 0) kept.add(lowest);
            if (highest >= 0) kept.add(highest);
        }
        return kept.stream().mapToLong(Integer::longValue).toArray();
    }

    @Property
    void keeps_what_the_contract_names(
            @ForAll @From("values") double[] values, @ForAll @IntRange(min = 2, max = 60) int most) {
        ThinnedScalars found = thin(values, most);

        assertThat(found.step()).isEqualTo(expected(values, most));
        assertThat(found.step().length).isLessThanOrEqualTo(most);
        assertThat(found.count()).isEqualTo(values.length);
        assertThat(found.thinned()).isEqualTo(values.length > found.step().length);
        for (int i = 0; i < found.step().length; i++) {
            assertThat(Double.valueOf(found.value()[i])).isEqualTo(Double.valueOf(values[(int) found.step()[i]]));
            assertThat(found.wallTime()[i]).isEqualTo(10.0 * found.step()[i]);
        }
    }

    @Property
    @Tag("ops-4.thinning")
    void a_range_is_thinned_as_if_it_were_all_there_is(
            @ForAll @From("values") double[] values,
            @ForAll @IntRange(max = 300) int from,
            @ForAll @IntRange(max = 300) int to) {
        int begin = Math.min(from, values.length);
        int end = Math.max(begin, Math.min(to + 1, values.length));
        double[] inside = Arrays.copyOfRange(values, begin, end);

        ThinnedScalars found = thin(values, new StepRange(from, to), 10);

        assertThat(found.count()).isEqualTo(inside.length);
        assertThat(found.total()).isEqualTo(values.length);
        assertThat(found.value())
                .isEqualTo(inside.length == 0 ? new double[0] : thin(inside, 10).value());
    }

    @Example
    void a_short_series_is_left_as_it_is() {
        assertThat(thin(new double[] {1, 2, 3}, 3).thinned()).isFalse();
        assertThat(thin(new double[] {1, 2, 3}, 2).step()).containsExactly(0, 2);
    }
}
