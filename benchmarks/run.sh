#!/bin/sh
# One of the programs, as the README has them: benchmarks/run.sh goals.Goals --only=points
set -eu
cd "$(dirname "$0")/.."
program=$1
shift
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" --enable-native-access=ALL-UNNAMED \
  -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" "io.daybook.benchmarks.$program" "$@"
