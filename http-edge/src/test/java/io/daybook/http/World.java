package io.daybook.http;

import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import io.daybook.api.request.Answer;
import io.daybook.api.request.RequestQuery.FindAnswer;
import io.daybook.api.sequence.Lease;
import io.daybook.api.sequence.SequenceCommand.LeaseIds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.Message;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.SimpleQueryBus;

/** Stands in for both sides at Axon's own buses: answers as it is told, and remembers what it was sent. */
public final class World {

    public final CommandBus commands = SimpleCommandBus.builder().build();
    public final QueryBus queries = SimpleQueryBus.builder().build();

    private final Map<Class<?>, Function<Object, Object>> answers = new ConcurrentHashMap<>();
    private final Set<Class<?>> subscribed = ConcurrentHashMap.newKeySet();
    private final List<Message<?>> sent = new CopyOnWriteArrayList<>();
    private final AtomicLong position = new AtomicLong();
    private final AtomicLong id = new AtomicLong(100);

    public void clear() {
        answers.clear();
        sent.clear();
        position.set(40);
        command(LeaseIds.class, lease -> new Lease(id.get() + 1, id.addAndGet(lease.count())));
        query(FindAnswer.class, Answer.class, find -> Answer.NONE);
    }

    /** Each command moves the log by one event. */
    public <C> void command(Class<C> type, Function<C, Object> answer) {
        answers.put(type, payload -> answer.apply(type.cast(payload)));
        if (subscribed.add(type)) commands.subscribe(type.getName(), message -> decide(type, message));
    }

    public <Q, R> void query(Class<Q> type, Class<R> answered, Function<Q, R> answer) {
        answers.put(type, payload -> answer.apply(type.cast(payload)));
        if (subscribed.add(type)) queries.<R>subscribe(type.getName(), answered, message -> answer(type, message));
    }

    public static RuntimeException refusal(Refusal refusal) {
        return new CommandExecutionException("refused", null, new RefusalDetails(refusal, "it is " + refusal));
    }

    public static RuntimeException queryRefusal(Refusal refusal) {
        return new QueryExecutionException("refused", null, new RefusalDetails(refusal, "it is " + refusal));
    }

    /** All messages that came with a payload of that type. */
    public List<Message<?>> sent(Class<?> type) {
        return sent.stream()
                .filter(message -> type.isInstance(message.getPayload()))
                .toList();
    }

    public <T> List<T> payloads(Class<T> type) {
        return sent(type).stream()
                .map(message -> type.cast(message.getPayload()))
                .toList();
    }

    public List<Message<?>> commands() {
        return sent.stream().filter(CommandMessage.class::isInstance).toList();
    }

    /** Of the last event. */
    public String position() {
        return position.toString();
    }

    private Object decide(Class<?> type, Message<?> message) {
        sent.add(message);
        Object result = answers.get(type).apply(message.getPayload());
        Map<String, String> metadata = Map.of(Meta.ANSWERED_AT, Long.toString(position.incrementAndGet()));
        return new GenericCommandResultMessage<>(result, metadata);
    }

    private Object answer(Class<?> type, Message<?> message) {
        sent.add(message);
        Object result = answers.get(type).apply(message.getPayload());
        return new GenericQueryResponseMessage<>(result, Map.of(Meta.ANSWERED_AT, Long.toString(position.get())));
    }
}
