package io.daybook.query.past;

import io.daybook.api.page.Page;
import io.daybook.api.page.Slice;
import io.daybook.api.refusal.RefusalDetails;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jspecify.annotations.Nullable;

/** Asks two states the same, and brings together what they answer about the same thing. */
record Both(Former before, Former after) {

    private static final int PAGE = 200;

    /** One thing in both states: null where it is not. */
    record Pair<V>(@Nullable V before, @Nullable V after) {

        boolean isOneSided() {
            return before == null || after == null;
        }

        /** Whatever is the same in both. */
        <R> R either(Function<V, R> of) {
            V there = after == null ? before : after;
            if (there == null) throw new NoSuchElementException("a thing that is nowhere");
            return of.apply(there);
        }
    }

    <V> Pair<V> one(Object query, Class<V> type) {
        return new Pair<>(
                find(before, query, type).orElse(null), find(after, query, type).orElse(null));
    }

    /** @param id rises along the lists */
    <V> void lists(Object query, Class<V> type, ToLongFunction<V> id, Consumer<Pair<V>> each) {
        merge(list(before, query, type).iterator(), list(after, query, type).iterator(), id, each);
    }

    /** @param id rises along the lists, of which a query asks for a part */
    <V> void pages(Function<Slice, Object> query, ToLongFunction<V> id, Consumer<Pair<V>> each) {
        merge(new Paged<>(before, query), new Paged<>(after, query), id, each);
    }

    <V> Pair<List<V>> both(Object query, Class<V> type) {
        return new Pair<>(list(before, query, type), list(after, query, type));
    }

    private static <V> List<V> list(Former state, Object query, Class<V> type) {
        @SuppressWarnings("unchecked") // arrays of V are of this class
        Class<V[]> array = (Class<V[]>) type.arrayType();
        return find(state, query, array).map(List::of).orElseGet(List::of);
    }

    /** Empty when it is refused, which these queries are for what is not there. */
    private static <R> Optional<R> find(Former state, Object query, Class<R> type) {
        QueryResponseMessage<R> answer = state.ask(query, ResponseTypes.instanceOf(type));
        if (!answer.isExceptional()) return Optional.of(answer.getPayload());
        Throwable why = answer.exceptionResult();
        if (HandlerExecutionException.resolveDetails(why).orElse(null) instanceof RefusalDetails)
            return Optional.empty();
        throw new IllegalStateException("a view of the past does not answer", why);
    }

    private static <V> void merge(Iterator<V> before, Iterator<V> after, ToLongFunction<V> id, Consumer<Pair<V>> each) {
        V left = next(before);
        V right = next(after);
        while (left != null || right != null) {
            int order =
                    left == null ? 1 : right == null ? -1 : Long.compare(id.applyAsLong(left), id.applyAsLong(right));
            each.accept(new Pair<>(order <= 0 ? left : null, order >= 0 ? right : null));
            if (order <= 0) left = next(before);
            if (order >= 0) right = next(after);
        }
    }

    private static <V> @Nullable V next(Iterator<V> iterator) {
        return iterator.hasNext() ? iterator.next() : null;
    }

    /** A list, a page at a time. */
    private static final class Paged<V> implements Iterator<V> {

        private final Former state;
        private final Function<Slice, Object> query;
        private Iterator<V> page = List.<V>of().iterator();
        private long offset;
        private boolean ended;

        Paged(Former state, Function<Slice, Object> query) {
            this.state = state;
            this.query = query;
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && !ended) turn();
            return page.hasNext();
        }

        @SuppressWarnings("unchecked") // what is in a page, its query says
        private void turn() {
            Optional<Page<V>> found =
                    (Optional<Page<V>>) (Optional<?>) find(state, query.apply(new Slice(offset, PAGE)), Page.class);
            List<V> items = found.map(Page::items).orElseGet(List::of);
            offset += PAGE;
            ended = found.isEmpty() || offset >= found.get().total();
            page = items.iterator();
        }

        @Override
        public V next() {
            if (!hasNext()) throw new NoSuchElementException();
            return page.next();
        }
    }
}
