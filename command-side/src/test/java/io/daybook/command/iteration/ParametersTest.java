package io.daybook.command.iteration;

import static io.daybook.command.RefusedWith.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.iteration.IterationCommand;
import io.daybook.api.iteration.IterationCommand.ChangeParameter;
import io.daybook.api.iteration.IterationCommand.DeleteParameter;
import io.daybook.api.iteration.IterationCommand.LogParameter;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.IterationFinalised;
import io.daybook.api.iteration.IterationEvent.ParameterChanged;
import io.daybook.api.iteration.IterationEvent.ParameterDeleted;
import io.daybook.api.iteration.IterationEvent.ParameterLogged;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ParameterId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.experiment.Containers;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParametersTest {

    private static final IterationId ID = new IterationId(7);
    private static final ParameterId FIRST = ParameterId.of(7, 0);
    private static final IterationCreated CREATED = new IterationCreated(7, 5, 1, null, "2026-02-11T09:15:00.004");
    private static final ParameterLogged LOGGED = new ParameterLogged(7, FIRST.value(), "lr", "0.1");
    private static final ParameterDeleted DELETED = new ParameterDeleted(7, FIRST.value());

    private final AggregateTestFixture<Iteration> fixture = new AggregateTestFixture<>(Iteration.class);

    @BeforeEach
    void inject_what_handlers_ask_for() {
        fixture.registerInjectableResource(new Containers());
        fixture.registerInjectableResource(new PointHistory(fixture.getEventStore()::readEvents));
    }

    @Test
    @Tag("I-25")
    void the_same_key_may_be_logged_again_and_gets_the_next_number() {
        long second = ParameterId.of(7, 1).value();
        fixture.given(CREATED, LOGGED)
                .when(new LogParameter(ID, "lr", "0.1"))
                .expectResultMessagePayload(second)
                .expectEvents(new ParameterLogged(7, second, "lr", "0.1"));
    }

    @Test
    void a_number_is_not_given_again_after_its_parameter_was_deleted() {
        fixture.given(CREATED, LOGGED, DELETED)
                .when(new LogParameter(ID, "lr", "0.2"))
                .expectResultMessagePayload(ParameterId.of(7, 1).value());
    }

    @Test
    void a_change_is_of_what_differs() {
        fixture.given(CREATED, LOGGED)
                .when(new ChangeParameter(FIRST, "lr", "0.2"))
                .expectEvents(new ParameterChanged(7, FIRST.value(), null, "0.2"));
    }

    @Test
    void a_change_that_changes_nothing_writes_nothing() {
        String text = "a value so long that it is not kept, but only a hash of it";
        fixture.given(CREATED, LOGGED, new ParameterChanged(7, FIRST.value(), null, text))
                .when(new ChangeParameter(FIRST, null, text))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("I-38")
    void a_parameter_is_deleted() {
        fixture.given(CREATED, LOGGED).when(new DeleteParameter(FIRST)).expectEvents(DELETED);
    }

    @ParameterizedTest
    @Tag("I-38")
    @MethodSource("corrections")
    void what_was_deleted_is_unknown(IterationCommand correction) {
        fixture.given(CREATED, LOGGED, DELETED)
                .when(correction)
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.UNKNOWN_PARAMETER));
    }

    @ParameterizedTest
    @Tag("I-38")
    @MethodSource("corrections")
    void what_was_never_logged_is_unknown(IterationCommand correction) {
        fixture.given(CREATED)
                .when(correction)
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.UNKNOWN_PARAMETER));
    }

    @ParameterizedTest
    @Tag("I-18")
    @MethodSource("all")
    void an_ended_iteration_takes_no_new_or_changed_parameters(IterationCommand command) {
        fixture.given(CREATED, LOGGED, new IterationFinalised(7, null, "2026-02-11T10:00:00.000", null, null))
                .when(command)
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.ITERATION_ALREADY_FINALISED));
    }

    @ParameterizedTest
    @Tag("I-24")
    @MethodSource("empty")
    void neither_key_nor_value_is_empty(IterationCommand command) {
        fixture.given(CREATED, LOGGED)
                .when(command)
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.NAME_NOT_USABLE));
    }

    @Test
    void neighbouring_texts_are_not_taken_for_each_other() {
        Parameters parameters = new Parameters();
        parameters.take(new ParameterLogged(7, FIRST.value(), "a", "bc"));
        assertThat(parameters.change(new ChangeParameter(FIRST, "ab", "c")))
                .isEqualTo(new ParameterChanged(7, FIRST.value(), "ab", "c"));
    }

    static Stream<IterationCommand> corrections() {
        return Stream.of(new ChangeParameter(FIRST, null, "0.2"), new DeleteParameter(FIRST));
    }

    static Stream<IterationCommand> all() {
        return Stream.concat(corrections(), Stream.of(new LogParameter(ID, "lr", "0.1")));
    }

    static Stream<IterationCommand> empty() {
        return Stream.of(
                new LogParameter(ID, "", "0.1"),
                new LogParameter(ID, "lr", ""),
                new ChangeParameter(FIRST, "", null),
                new ChangeParameter(FIRST, null, ""));
    }
}
