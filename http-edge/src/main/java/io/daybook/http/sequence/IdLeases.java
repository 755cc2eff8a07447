package io.daybook.http.sequence;

import io.daybook.api.sequence.SequenceName;
import io.daybook.http.message.Call;
import io.daybook.http.message.Commands;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Ids that nobody else gets, from blocks leased of the command side. What is left of a block at the end is a gap. */
public final class IdLeases {

    private final Map<SequenceName, Block> blocks = new EnumMap<>(SequenceName.class);

    /** @param largest so many ids are leased at once, at most */
    IdLeases(Commands commands, Duration deadline, int largest) {
        for (SequenceName sequence : SequenceName.values()) {
            blocks.put(sequence, new Block(commands, deadline, sequence, largest));
        }
    }

    public long next(Call call, SequenceName sequence) {
        Block block = blocks.get(sequence);
        if (block == null) throw new IllegalStateException("no block of " + sequence);
        return block.next(call);
    }
}
