package io.daybook.testkit.fault.scene;

/**
 * A fault, as the table tells of it.
 *
 * @param found of how the server took it
 */
public record Row(String fault, Account account, String found) {

    public static final String HEAD = """
            | fault | acknowledged | refused | unanswered | found | lost | what was seen |
            |---|---|---|---|---|---|---|""";

    /** What was lost is in no row: a check fails instead. */
    public String line() {
        return "| %s | %d | %d | %d | %d | 0 | %s |"
                .formatted(
                        fault, account.acknowledged(), account.refused(), account.unanswered(), account.found(), found);
    }
}
