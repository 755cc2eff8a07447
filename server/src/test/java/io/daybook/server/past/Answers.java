package io.daybook.server.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What was answered at many addresses, position by position. An address that goes on giving the same answer has given it
 * from one position to another.
 */
final class Answers {

    private final Map<String, List<Same>> given = new ConcurrentHashMap<>();

    /** An answer, and where it was given, in order. */
    private record Same(int status, byte[] body, List<Long> positions) {

        boolean is(Response answer) {
            return answer.status() == status && (isRefusal() || Arrays.equals(answer.bytes(), body));
        }

        /** How a refusal is worded is not what is compared. */
        boolean isRefusal() {
            return status >= 400;
        }

        long at(Place place) {
            return switch (place) {
                case BEGAN -> positions.getFirst();
                case WENT_ON -> positions.get(positions.size() / 2);
                case ENDED -> positions.getLast();
            };
        }
    }

    /** Of an answer, where it is asked for again. */
    enum Place {
        BEGAN,
        WENT_ON,
        ENDED
    }

    private record Question(String path, long position, Same expected) {

        String asOf() {
            return path + (path.contains("?") ? "&" : "?") + "asOf=" + position;
        }

        void ask(HttpCaller http) throws IOException {
            Response answer = http.get(asOf()).send();
            if (expected.is(answer)) return;
            assertThat(answer.status()).as(asOf() + " " + answer.text()).isEqualTo(expected.status());
            assertThat(answer.bytes()).as(asOf()).isEqualTo(expected.body());
        }
    }

    /** Asks at all of them, while the log stands at a position. */
    void take(HttpCaller http, Collection<String> paths, long position) throws Exception {
        Together.each(paths, path -> note(path, http.get(path).send(), position));
    }

    private void note(String path, Response answer, long position) {
        List<Same> all = given.computeIfAbsent(path, none -> new ArrayList<>());
        if (all.isEmpty() || !all.getLast().is(answer)) {
            all.add(new Same(answer.status(), answer.bytes(), new ArrayList<>()));
        }
        all.getLast().positions().add(position);
    }

    /** Asks again for every answer, as of one place of it: it must be the same. Says how many those are. */
    int assertSame(HttpCaller http, Place place) throws Exception {
        List<Question> questions = given.entrySet().stream()
                .flatMap(path ->
                        path.getValue().stream().map(answer -> new Question(path.getKey(), answer.at(place), answer)))
                .sorted(Comparator.comparingLong(Question::position))
                .toList();
        Together.each(questions, question -> question.ask(http));
        return questions.size();
    }

    long taken() {
        return all().mapToLong(answer -> answer.positions().size()).sum();
    }

    long refused() {
        return all().filter(Same::isRefusal)
                .mapToLong(answer -> answer.positions().size())
                .sum();
    }

    private Stream<Same> all() {
        return given.values().stream().flatMap(List::stream);
    }
}
