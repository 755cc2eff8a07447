package io.daybook.query.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import io.daybook.query.refusal.Refused;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.junit.jupiter.api.Test;

class LackingTest {

    private final QueryResponseMessage<?> answer = new GenericQueryResponseMessage<>("answer");

    private String told(List<String> aggregates) {
        return String.valueOf(Lacking.answered(answer, aggregates).getMetaData().get(Meta.DEGRADED));
    }

    @Test
    void names_stand_in_a_header_and_not_too_many() {
        List<String> many =
                IntStream.range(0, 100).mapToObj(i -> "iteration-" + i).toList();

        assertThat(told(List.of("iteration-7", "tag:a,\r\né"))).isEqualTo("iteration-7, tag:a%2C%0D%0A%C3%A9");
        assertThat(told(many)).startsWith("iteration-0, ").endsWith(", iteration-31");
        assertThat(Lacking.answered(answer, List.of())).isSameAs(answer);
    }

    @Test
    void a_refusal_keeps_its_reason_and_other_failures_stay_as_they_are() {
        Exception unknown = Refused.query(Refusal.UNKNOWN_ITERATION, "there is none");
        Exception failure = new IllegalStateException();

        Exception told = Lacking.refused(unknown, List.of("iteration-7"));

        assertThat(HandlerExecutionException.resolveDetails(told).orElseThrow())
                .isEqualTo(new RefusalDetails(Refusal.UNKNOWN_ITERATION, "there is none", "iteration-7"));
        assertThat(Lacking.refused(unknown, List.of())).isSameAs(unknown);
        assertThat(Lacking.refused(failure, List.of("iteration-7"))).isSameAs(failure);
    }
}
