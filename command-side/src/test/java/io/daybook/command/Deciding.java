package io.daybook.command;

import io.daybook.api.log.Freshness;
import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import io.daybook.api.request.Keyed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jspecify.annotations.Nullable;

/** The whole deciding side over Axon's in-memory store. */
public final class Deciding implements AutoCloseable {

    private final Map<String, DomainEventMessage<?>> snapshots = new ConcurrentHashMap<>();
    private final AtomicReference<Consumer<Runnable>> next = new AtomicReference<>(Runnable::run);
    private final InMemoryEventStorageEngine engine;
    private final Freshness others;
    private final Configuration axon;

    public Deciding() {
        this(Freshness.ALONE);
    }

    /** @param others nodes that append to the same store */
    public Deciding(Freshness others) {
        this(null, others);
    }

    private Deciding(@Nullable InMemoryEventStorageEngine shared, Freshness others) {
        this.engine = shared == null ? new Engine() : shared;
        this.others = others;
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false);
        configurer.configureEmbeddedEventStore(config -> engine);
        new CommandSide(new CommandSettings(100, 50, Duration.ofSeconds(20)), others).configure(configurer, () -> 0);
        axon = configurer.start();
    }

    /** Another node on the same store. */
    public Deciding beside() {
        return new Deciding(engine, others);
    }

    /** @param append is given the next append, to run it or not, and to fail */
    public void nextAppend(Consumer<Runnable> append) {
        next.set(append);
    }

    /** Where Axon's would keep a snapshot as the living aggregate, this one only notes which was written last. */
    private final class Engine extends InMemoryEventStorageEngine {
        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            next.getAndSet(Runnable::run).accept(() -> super.appendEvents(events));
        }

        @Override
        public void storeSnapshot(DomainEventMessage<?> snapshot) {
            snapshots.put(snapshot.getAggregateIdentifier(), snapshot);
        }
    }

    /** The result of a command, or what it failed with. */
    public <R> R when(Object command) {
        return answer(command, Map.of());
    }

    public <R> R when(Object command, Keyed keyed) {
        String text =
                String.join("\0", keyed.request(), keyed.bodyHash(), String.valueOf(keyed.status()), keyed.answer());
        return answer(command, Map.of(Meta.KEYED, text));
    }

    /** As {@link #when(Object)}, sent by a user: whether they may is decided as well. */
    public <R> R whenSentBy(long user, Object command) {
        return answer(command, Map.of(Meta.ACTOR, Long.toString(user)));
    }

    /** Why a command is refused. */
    public Refusal refusalOf(Object command) {
        return refusalOf(command, () -> when(command));
    }

    public Refusal refusalTo(long user, Object command) {
        return refusalOf(command, () -> whenSentBy(user, command));
    }

    private static Refusal refusalOf(Object command, Runnable sending) {
        try {
            sending.run();
        } catch (CommandExecutionException refused) {
            return refused.<RefusalDetails>getDetails().orElseThrow().refusal();
        }
        throw new AssertionError(command + " was not refused");
    }

    /** How many of some commands that are sent at once are not refused. */
    public long successesOf(List<?> commands) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(commands.size())) {
            var attempts = commands.stream()
                    .<Callable<Boolean>>map(command -> () -> succeeds(command))
                    .toList();
            return threads.invokeAll(attempts, 60, TimeUnit.SECONDS).stream()
                    .filter(Future::resultNow)
                    .count();
        }
    }

    private boolean succeeds(Object command) {
        try {
            when(command);
            return true;
        } catch (CommandExecutionException refused) {
            return false;
        }
    }

    /** Empty when the query is refused. */
    public <R> Optional<R> find(Object query, Class<R> type) {
        QueryResponseMessage<R> response = respond(query, type);
        return response.isExceptional() ? Optional.empty() : Optional.of(response.getPayload());
    }

    /** Why a query is refused. */
    public <R> Refusal refusalOfQuery(Object query, Class<R> type) {
        QueryResponseMessage<R> response = respond(query, type);
        if (!response.isExceptional()) throw new AssertionError(query + " was not refused");
        return ((QueryExecutionException) response.exceptionResult())
                .<RefusalDetails>getDetails()
                .orElseThrow()
                .refusal();
    }

    public <R> R ask(Object query, Class<R> type) {
        return respond(query, type).getPayload();
    }

    private <R> QueryResponseMessage<R> respond(Object query, Class<R> type) {
        return axon.queryBus()
                .query(new GenericQueryMessage<>(query, ResponseTypes.instanceOf(type)))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    public List<? extends EventMessage<?>> events() {
        return engine.readEvents(null, false).toList();
    }

    public Optional<DomainEventMessage<?>> snapshot(String aggregate) {
        return Optional.ofNullable(snapshots.get(aggregate));
    }

    public List<Object> payloads() {
        return events().stream().<Object>map(EventMessage::getPayload).toList();
    }

    @SuppressWarnings("unchecked")
    private <R> R answer(Object command, Map<String, String> metadata) {
        var message = GenericCommandMessage.asCommandMessage(command).andMetaData(metadata);
        var answer = new CompletableFuture<CommandResultMessage<?>>();
        axon.commandBus().dispatch(message, (sent, result) -> answer.complete(result));
        CommandResultMessage<?> result = answer.orTimeout(40, TimeUnit.SECONDS).join();
        if (result.isExceptional() && result.exceptionResult() instanceof RuntimeException failure) throw failure;
        return (R) result.getPayload();
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
