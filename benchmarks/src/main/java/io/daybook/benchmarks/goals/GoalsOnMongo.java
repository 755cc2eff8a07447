package io.daybook.benchmarks.goals;

import io.daybook.benchmarks.page.Tables;
import io.daybook.benchmarks.stage.Options;
import io.daybook.testkit.mongodb.MongoProcess;

/** The same figures with the views on MongoDB, in a table of their own. */
public final class GoalsOnMongo {

    private static final String REAL = "Views on the MongoDB server that `%s` names.".formatted(MongoProcess.REAL);
    private static final String STAND_IN =
            "Views on mongo-java-server, which speaks MongoDB's protocol and is made for tests: it "
                    + "shares the machine, too, and how fast it is says little of MongoDB. `%s` names a real server."
                            .formatted(MongoProcess.REAL);

    /** It keeps everything in memory. */
    private static final String HEAP = "6g";

    private GoalsOnMongo() {}

    public static void main(String... arguments) throws Exception {
        Options options = Options.of(arguments).in("mongodb");
        try (MongoProcess mongo = MongoProcess.orReal(HEAP)) {
            Goals goals = new Goals(options.onMongo(mongo.uri()));
            String table = goals.table();
            String server = mongo.isReal() ? REAL : STAND_IN;
            if (goals.isWhole())
                Tables.write(options.page(), "goals on MongoDB", GoalsOnMongo.class, server + "\n\n" + table);
        }
    }
}
