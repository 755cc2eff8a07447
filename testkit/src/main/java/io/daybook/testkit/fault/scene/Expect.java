package io.daybook.testkit.fault.scene;

/** Says what does not hold. */
public final class Expect {

    private Expect() {}

    public static void that(boolean holds, String what) {
        if (!holds) throw new AssertionError("not so: " + what);
    }
}
