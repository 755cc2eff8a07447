package io.daybook.server.tool;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExitCodeExceptionMapper;

/** The commands beside serving. Each has the folder to itself, and starts nothing of the server that it does not need. */
@Command(
        name = "java -jar daybook.jar",
        subcommands = {
            VerifyCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            RebuildCommand.class,
            ExportCommand.class
        })
public final class Tools {

    /** Exit statuses. */
    static final int DONE = 0;

    static final int FAILED = 1;
    static final int NOT_RUN = 2;

    private static final Pattern SETTING = Pattern.compile("--(daybook|spring|axon)\\.[^=]+=.*");

    private Tools() {}

    /** Answers the exit status. */
    public static int run(String... arguments) {
        // what the parts of the server have to say goes beside the output, and only when something is wrong
        System.setProperty("logback.configurationFile", "tools-logging.xml");
        List<String> settings =
                Arrays.stream(arguments).filter(Tools::isSetting).toList();
        String[] others = Arrays.stream(arguments)
                .filter(argument -> !isSetting(argument))
                .toArray(String[]::new);
        CommandLine line = line();
        for (CommandLine each : line.getSubcommands().values()) {
            if (each.getCommand() instanceof Tool tool) tool.home.set(settings);
        }
        return line.execute(others);
    }

    /** All settings of the server are known here, too. The folder is one of the commands' own options. */
    private static boolean isSetting(String argument) {
        return SETTING.matcher(argument).matches() && !argument.startsWith("--daybook.home=");
    }

    /** A line for each command, for the help of all. */
    public static String summary() {
        return line().getSubcommands().entrySet().stream()
                .map(entry -> "  %-18s%s%n"
                        .formatted(
                                entry.getKey(),
                                first(entry.getValue()
                                        .getCommandSpec()
                                        .usageMessage()
                                        .description())))
                .collect(Collectors.joining());
    }

    private static String first(String... description) {
        return Arrays.stream(description).findFirst().orElse("");
    }

    private static CommandLine line() {
        IExecutionExceptionHandler told = (failure, command, parsed) -> {
            command.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            return NOT_RUN;
        };
        IExitCodeExceptionMapper status = failure -> NOT_RUN;
        return new CommandLine(new Tools()).setExecutionExceptionHandler(told).setExitCodeExceptionMapper(status);
    }

    static void say(String line) {
        System.out.println(line);
    }
}
