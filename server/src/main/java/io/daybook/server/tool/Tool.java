package io.daybook.server.tool;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** One of the commands; answers its exit status. */
abstract class Tool implements Callable<Integer> {

    @Mixin
    final Home home = new Home();
}
