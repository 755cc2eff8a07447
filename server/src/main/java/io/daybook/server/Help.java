package io.daybook.server;

import io.daybook.server.tool.Tools;

/** What {@code --help} prints. */
final class Help {

    private static final String USAGE = """
            Daybook: a tracking server for machine-learning experiments

              java -jar daybook.jar [--property=value ...]            serves
              java -jar daybook.jar --version                         says which one this is
              java -jar daybook.jar COMMAND [--daybook.home=FOLDER]   on the folder of a server that does not run:

            """;

    private static final String SETTINGS = """

              COMMAND --help says more. Exit status: 0 done, 1 the check failed, 2 could not run

            Settings that people change most (environment variables work too: DAYBOOK_HOME, SERVER_PORT, ...):
              --server.port=9000            port of the API; 0 takes a free one and prints it
              --server.address=127.0.0.1    address to listen on
              --daybook.home=./daybook-data everything that Daybook keeps on disk
              --daybook.auth.enabled=false  true: requests need a token, and rights count
              --daybook.auth.secret=        key that signs tokens, at least 32 bytes; better given as DAYBOOK_AUTH_SECRET
              --daybook.auth.first-password=default   of the user called default, set at the first start
              --daybook.cors.origins=*      pages of which origins may call the API, separated by commas
              --daybook.crayon.port=8889    second port for Crayon clients; 0 turns it off
              --daybook.event-store.sync=full   full: acknowledged means on disk; os: handed to the operating system
              --daybook.mongodb.uri=        a MongoDB connection string: views live there instead of in the folder
              --daybook.zone=               time zone of local dates; kept for ever from the first start on

            All settings, a comment line each: docs/settings.md
            """;

    private Help() {}

    static String text() {
        return USAGE + Tools.summary().indent(4) + SETTINGS;
    }
}
