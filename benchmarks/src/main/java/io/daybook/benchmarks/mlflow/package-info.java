/** The same requests to MLflow's server and to Daybook, one beside the other. */
@NullMarked
package io.daybook.benchmarks.mlflow;

import org.jspecify.annotations.NullMarked;
