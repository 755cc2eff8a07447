package io.daybook.http;

import io.daybook.api.log.Difference;
import io.daybook.api.log.Differences;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Differences that a test lists; which moments they were asked of is remembered. */
public final class ListedDifferences implements Differences {

    public final List<Difference> found = new CopyOnWriteArrayList<>();
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public @Nullable RuntimeException refusal;

    void clear() {
        found.clear();
        asked.clear();
        refusal = null;
    }

    @Override
    public void between(long from, long to, @Nullable Long project, Consumer<Difference> each) {
        if (refusal != null) throw refusal;
        asked.add(from + " " + to + " " + project);
        found.forEach(each);
    }
}
