package io.daybook.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that was asked to stop, and did, has succeeded; Java would report the signal as its exit code. There is no
 * public way to say so, and the compiler refuses the other one, hence reflection.
 */
final class Termination {

    private static final Logger logger = LoggerFactory.getLogger(Termination.class);

    private Termination() {}

    static void isSuccess() {
        InvocationHandler exit = (handler, method, arguments) -> {
            if (method.getName().equals("handle")) System.exit(0);
            return null;
        };
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object exiting = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, exit);
            Object term = signal.getConstructor(String.class).newInstance("TERM");
            signal.getMethod("handle", signal, handler).invoke(null, term, exiting);
        } catch (ReflectiveOperationException | IllegalArgumentException elsewhere) {
            logger.debug("SIGTERM will be reported as the exit code", elsewhere);
        }
    }
}
