package io.daybook.testkit.axonserver.wire;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** Why the server refuses, in the codes that the real one sends beside the status. */
public enum Refusal {
    TOKEN_MISSING("AXONIQ-1000", Status.Code.PERMISSION_DENIED),
    TOKEN_INVALID("AXONIQ-1001", Status.Code.PERMISSION_DENIED),
    INSTRUCTION_UNSUPPORTED("AXONIQ-1002", Status.Code.UNKNOWN),
    CONTEXT_UNKNOWN("AXONIQ-1302", Status.Code.NOT_FOUND),
    SEQUENCE_INVALID("AXONIQ-2000", Status.Code.OUT_OF_RANGE),
    COMMAND_WITHOUT_HANDLER("AXONIQ-4000", Status.Code.NOT_FOUND),
    HANDLER_LOST("AXONIQ-4001", Status.Code.CANCELLED),
    QUERY_WITHOUT_HANDLER("AXONIQ-5000", Status.Code.NOT_FOUND),
    NOT_READ("AXONIQ-9000", Status.Code.CANCELLED),
    NOT_WRITTEN("AXONIQ-9100", Status.Code.CANCELLED);

    public static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    private final String code;
    private final Status.Code status;

    Refusal(String code, Status.Code status) {
        this.code = code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    /** For an answer that fails as a whole. */
    public StatusRuntimeException because(String sentence) {
        return bare("[" + code + "] " + sentence);
    }

    /** As {@link #because}, without the code in the sentence: so the real server refuses those that it does not let in. */
    public StatusRuntimeException bare(String sentence) {
        Metadata trailers = new Metadata();
        trailers.put(CODE, code);
        return status.toStatus().withDescription(sentence).asRuntimeException(trailers);
    }

    /** For an answer that carries its failure. */
    public ErrorMessage message(String sentence) {
        return ErrorMessage.newBuilder()
                .setErrorCode(code)
                .setMessage(sentence)
                .setLocation("AxonServer")
                .build();
    }
}
