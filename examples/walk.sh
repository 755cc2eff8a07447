#!/usr/bin/env bash
# A walk through the tracking API with curl: a project, an experiment, a run with parameters and metrics, a file, a model.
#
#   examples/walk.sh [http://127.0.0.1:9000]
#
# Where authentication is on, DAYBOOK_USER and DAYBOOK_PASSWORD say who walks; creating a project takes an administrator.
set -euo pipefail

base=${1:-http://127.0.0.1:9000}
token=none

# send METHOD PATH [CURL-OPTION...] prints the answer; a refusal is told, and ends the walk
send() {
  local method=$1 path=$2 answer
  shift 2
  if ! answer=$(curl --silent --show-error --fail-with-body --max-time 30 \
    --request "$method" --header "Authorization: Bearer $token" "$@" "$base$path"); then
    echo "$method $base$path: ${answer:-no answer; is Daybook running there?}" >&2
    exit 1
  fi
  printf '%s\n' "$answer"
}

# post PATH JSON prints the number that what was created got
post() { send POST "$1" --data "$2" | sed 's/^{"[a-z_]*":\([0-9]*\)}$/\1/'; }

if [ -n "${DAYBOOK_USER:-}" ]; then
  token=$(send POST /auth --data "{\"username\":\"$DAYBOOK_USER\",\"password\":\"${DAYBOOK_PASSWORD:-}\"}" |
    sed 's/.*"access_token":"\([^"]*\)".*/\1/')
fi

echo "1. A project, an experiment in it, and a run"
project=$(post /project '{"name":"digits","description":"Ten classes, small pictures"}')
experiment=$(post "/experiment/project/$project" '{"name":"softmax","description":"The simplest that could work","status_id":1}')
iteration=$(post "/iteration/experiment/$experiment" '')
echo "   project $project, experiment $experiment, iteration $iteration"

echo "2. What the run was told, and what came of it"
post "/parameter/iteration/$iteration" '{"key":"learning rate","value":"0.1"}' > /dev/null
send POST "/metric/iteration/$iteration/batch" --data \
  '{"metrics":[{"key":"loss","value":2.3,"step":0},{"key":"loss","value":0.9,"step":1},{"key":"loss","value":0.4,"step":2}]}' > /dev/null
post "/metric/iteration/$iteration" '{"key":"accuracy","value":0.91}' > /dev/null
send GET "/metric/iteration/$iteration?limit=2"

echo "3. A tag, and the files that the run wrote"
post "/tag/experiment/$experiment" '{"value":"baseline"}' > /dev/null
weights=$(mktemp)
trap 'rm -f "$weights"' EXIT
echo "pretend that these are weights" > "$weights"
resource=$(send POST "/resource/experiment/$experiment" --form name=weights.bin --form "data=@$weights" |
  sed 's/[^0-9]//g')
curl --silent --fail --max-time 30 --header "Authorization: Bearer $token" "$base/resource/$resource/data" | cmp - "$weights"
echo "   resource $resource came back as it went"

echo "4. The run ends; its model goes into production"
send PATCH "/iteration/$iteration" --data '{"status_id":2,"end_date":"2026-02-11T10:00:00"}' > /dev/null
model=$(post "/model/project/$project" '{"name":"digits"}')
version=$(post "/modelversion/model/$model" "{\"iteration_id\":$iteration,\"resource_id\":$resource}")
send PATCH "/modelversion/$version" --data '{"stage_id":3}' > /dev/null
send GET "/modelversion/$version"

echo "5. What a version in production needs cannot be deleted"
curl --silent --max-time 30 --request DELETE --header "Authorization: Bearer $token" "$base/iteration/$iteration"
echo
