package io.daybook.query.documents;

import java.util.Arrays;
import org.bson.BsonBinary;

/** Binary data whose bytes are put together when they are asked for: at best once, when the document is written. */
public abstract class LateBinary extends BsonBinary {

    private static final byte[] NOTHING = {};

    protected LateBinary() {
        super(NOTHING);
    }

    /** How many bytes they are. */
    public abstract int length();

    @Override
    public abstract byte[] getData();

    @Override
    public boolean equals(Object other) {
        return other instanceof BsonBinary binary
                && getType() == binary.getType()
                && Arrays.equals(getData(), binary.getData());
    }

    @Override
    public int hashCode() {
        return 31 * getType() + Arrays.hashCode(getData());
    }

    @Override
    public String toString() {
        return length() + " bytes";
    }
}
