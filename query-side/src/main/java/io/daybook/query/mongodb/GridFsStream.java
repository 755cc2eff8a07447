package io.daybook.query.mongodb;

import com.mongodb.MongoException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that come from a server, which may be lost on the way. */
final class GridFsStream extends FilterInputStream {

    GridFsStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (MongoException lost) {
            throw lost(lost);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (MongoException lost) {
            throw lost(lost);
        }
    }

    private static IOException lost(MongoException failure) {
        return new IOException("GridFS does not give the rest", failure);
    }
}
