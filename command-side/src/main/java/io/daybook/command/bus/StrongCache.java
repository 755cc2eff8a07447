package io.daybook.command.bus;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/** A bounded cache with strong entries: weak ones vanish at each collection, and whole streams are read again. */
public final class StrongCache implements Cache {

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;
    private final BiPredicate<Object, Object> stale;

    /** @param stale whether the entry of a key does not count any more, asked each time that it is wanted */
    public StrongCache(int size, BiPredicate<Object, Object> stale) {
        this.entries = Caffeine.newBuilder().maximumSize(size).build();
        this.stale = stale;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"
    }) // the signature is Axon's, null means "not cached"
    public <K, V> @Nullable V get(K key) {
        Object entry = entries.getIfPresent(key);
        if (entry == null || !stale.test(key, entry)) return (V) entry;
        entries.invalidate(key);
        return null;
    }

    /** What was made for a command and wrote nothing has no id yet, and is not kept: Axon puts it under null. */
    @Override
    public void put(@Nullable Object key, Object value) {
        if (key != null) entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T computeIfAbsent(Object key, Supplier<T> source) {
        return (T) entries.get(key, missing -> source.get());
    }

    @Override
    public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.asMap().computeIfPresent(key, (present, value) -> update.apply((V) value));
    }

    /** Nobody here listens to a cache. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("this cache tells nobody what it does");
    }
}
