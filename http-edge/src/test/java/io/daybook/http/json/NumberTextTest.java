package io.daybook.http.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Every text is the one that Java has. */
class NumberTextTest {

    private static final int SOME = 200_000;

    private final NumberText text = new NumberText(0);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Random random = new Random(4711);

    private void check(double number) throws IOException {
        text.append(number);
        assertThat(sent()).isEqualTo(Double.toString(number));
    }

    private void check(long number) throws IOException {
        text.append(number);
        assertThat(sent()).isEqualTo(Long.toString(number));
    }

    private String sent() throws IOException {
        out.reset();
        text.sendTo(out);
        return out.toString(US_ASCII);
    }

    private void check(DoubleStream numbers) throws IOException {
        for (double number : numbers.toArray()) {
            for (double each : new double[] {number, Math.nextUp(number), Math.nextDown(number)}) {
                check(each);
                check(-each);
            }
        }
    }

    @Test
    void integers() throws IOException {
        for (long ten = 1; ten <= Long.MAX_VALUE / 10; ten *= 10) {
            for (long number : new long[] {ten - 1, ten, ten + 1, 7 * ten, -ten}) check(number);
        }
        for (long number : new long[] {0, Long.MAX_VALUE, Long.MIN_VALUE}) check(number);
        for (int i = 0; i < SOME; i++) check(random.nextLong() >> random.nextInt(Long.SIZE));
    }

    @Test
    void doubles_where_something_changes() throws IOException {
        check(IntStream.range(Double.MIN_EXPONENT - 52, Double.MAX_EXPONENT + 1).mapToDouble(e -> Math.scalb(1.0, e)));
        check(IntStream.range(-324, 309).mapToDouble(e -> Double.parseDouble("1e" + e)));
        check(DoubleStream.of(0, 1, 0.3, 9_999_999.999_999, 8_589_934_591.999_999, 9_007_199_254_740_993.0, 2e23));
        check(DoubleStream.of(Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, Double.NaN));
        check(DoubleStream.of(Double.POSITIVE_INFINITY));
    }

    @Test
    void doubles_of_any_bits() throws IOException {
        check(LongStream.range(0, SOME).mapToDouble(i -> Double.longBitsToDouble(random.nextLong())));
    }

    @Test
    void doubles_as_metrics_are() throws IOException {
        check(IntStream.range(0, SOME).mapToDouble(i -> Math.scalb(1 + random.nextDouble(), random.nextInt(140) - 70)));
        check(IntStream.range(0, SOME).mapToDouble(i -> (float) random.nextGaussian()));
    }

    @Test
    void doubles_of_few_decimals() throws IOException {
        for (double tens : new double[] {1, 1e1, 1e3, 1e6, 1e7}) {
            check(IntStream.range(0, SOME).mapToDouble(i -> (random.nextLong(1L << 53) >> random.nextInt(53)) / tens));
        }
    }
}
