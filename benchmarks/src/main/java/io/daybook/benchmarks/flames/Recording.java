package io.daybook.benchmarks.flames;

import io.daybook.benchmarks.stage.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Where a server's threads are, every few milliseconds, as its virtual machine records it. */
final class Recording {

    /** Frameworks stack high. */
    private static final String DEEP = "stackdepth=256";

    private static final String NAME = "flames";

    /** Samples by the processor's time, which see native code, too; in Java code alone where there are none such. */
    private static final boolean BY_CPU_TIME =
            Runtime.version().feature() >= 25 && System.getProperty("os.name").equals("Linux");

    private static final String EVENT = BY_CPU_TIME ? "jdk.CPUTimeSample" : "jdk.ExecutionSample";
    private static final String EVERY = BY_CPU_TIME ? "throttle=5ms" : "period=10ms";

    private final ServerProcess server;

    private Recording(ServerProcess server) {
        this.server = server;
    }

    static Recording begin(ServerProcess server, Path file) throws Exception {
        server.tell("JFR.configure", DEEP);
        server.tell(
                "JFR.start",
                "name=" + NAME,
                "filename=" + file,
                "settings=none",
                "+" + EVENT + "#enabled=true",
                "+" + EVENT + "#" + EVERY);
        return new Recording(server);
    }

    void end() throws Exception {
        server.tell("JFR.stop", "name=" + NAME);
    }

    /** All stacks, merged from the root on: the kind of thread comes first. */
    static Frame stacks(Path file) throws IOException {
        Frame root = new Frame("all");
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals(EVENT) && event.getStackTrace() != null)
                    add(root, event, event.getStackTrace().getFrames());
            }
        }
        return root;
    }

    private static void add(Frame root, RecordedEvent event, List<RecordedFrame> frames) {
        String thread = BY_CPU_TIME ? "eventThread" : "sampledThread";
        Frame at = root.take().under(kind(event.getThread(thread))).take();
        for (RecordedFrame frame : frames.reversed())
            at = at.under(name(frame.getMethod())).take();
    }

    /** Threads of a pool differ by their numbers only. */
    private static String kind(@Nullable RecordedThread thread) {
        String name = thread == null ? null : thread.getJavaName();
        return name == null || name.isEmpty()
                ? "virtual machine"
                : "thread " + name.replaceAll("[-#]?\\d+(\\.\\d+)*", "");
    }

    /** Classes that were made while it ran have numbers that are the next run's no more. */
    private static String name(RecordedMethod method) {
        return method.getType().getName().replaceFirst("[./+]0x\\w+$", "") + "." + method.getName();
    }
}
