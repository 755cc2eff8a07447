package io.daybook.server;

import io.daybook.server.tool.Tools;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The main class. */
@SpringBootConfiguration
@ImportAutoConfiguration(LifecycleAutoConfiguration.class)
@EnableConfigurationProperties({DaybookSettings.class, AxonServerProperties.class})
@Import({
    StorageConfiguration.class,
    ContentConfiguration.class,
    AxonWiring.class,
    EdgeConfiguration.class,
    BackupConfiguration.class,
    HealthConfiguration.class,
    MetricsConfiguration.class
})
public class Daybook {

    private static final List<String> HELP = List.of("--help", "-h", "help");
    private static final List<String> VERSION = List.of("--version", "-V", "version");

    public static void main(String[] arguments) {
        String first = arguments.length > 0 ? arguments[0] : "";
        if (HELP.contains(first)) {
            System.out.print(Help.text());
            return;
        }
        if (VERSION.contains(first)) {
            System.out.println("Daybook " + Version.current());
            return;
        }
        if (!first.isEmpty() && !first.startsWith("-")) System.exit(Tools.run(arguments));
        Termination.isSuccess();
        IdleMemory.isGivenBack();
        SpringApplication.run(Daybook.class, arguments);
    }
}
