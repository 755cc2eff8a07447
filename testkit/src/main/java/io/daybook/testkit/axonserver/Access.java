package io.daybook.testkit.axonserver;

import io.axoniq.axonserver.connector.impl.Headers;
import io.daybook.testkit.axonserver.wire.Refusal;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;

/** Lets through who shows the token, when there is one, and names the context that there is. */
final class Access implements ServerInterceptor {

    private final AxonServerSettings settings;

    Access(AxonServerSettings settings) {
        this.settings = settings;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        StatusRuntimeException refused = refused(call.getMethodDescriptor().getFullMethodName(), headers);
        if (refused == null) return next.startCall(call, headers);
        Metadata trailers = refused.getTrailers();
        call.close(refused.getStatus(), trailers == null ? new Metadata() : trailers);
        return new ServerCall.Listener<>() {};
    }

    private @Nullable StatusRuntimeException refused(String method, Metadata headers) {
        String token = headers.get(Headers.ACCESS_TOKEN);
        if (settings.token() != null) {
            if (token == null) return Refusal.TOKEN_MISSING.bare("No token for " + method);
            if (!token.equals(settings.token())) return Refusal.TOKEN_INVALID.bare("Invalid token for " + method);
        }
        String context = headers.get(Headers.CONTEXT);
        if (context == null || context.equals(settings.context())) return null;
        return Refusal.CONTEXT_UNKNOWN.because(context + ": not found in any replication group");
    }
}
