#!/usr/bin/env bash
# Sends what /docs/schema allows, and what it does not, to a server of its own: once with authentication off, once on.
# Any answer is wrong that is a 5xx, or that the description does not tell: its status, its type, its shape.
#
#   python -m venv venv && venv/bin/pip install -r benchmarks/fuzz/requirements.txt
#   ST=venv/bin/st benchmarks/fuzz/fuzz.sh [daybook.jar]
#
# Left out: GET /audit/stream, which never ends. hooks.py sends known ids, and no position that is ahead of the log (which is waited for, and a 503).
# That valid requests are accepted is not asked for: most of them are about things that do not exist. Nor that invalid
# ones are refused: limit and offset, for one, take any value.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jar=$(realpath "${1:-$here/../../server/target/daybook.jar}")
st=${ST:-st}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
python=${PYTHON:-python3}
examples=${EXAMPLES:-30}
seconds=${SECONDS_EACH:-300}
checks=not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance
export SCHEMATHESIS_HOOKS=hooks PYTHONPATH=$here
server=
home=

leave() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
  [ -z "$home" ] || rm -rf "$home"
  server= home=
}
trap leave EXIT

free_port() { "$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# start OPTION...: a fresh server on a free port
start() {
  home=$(mktemp -d)
  port=$(free_port)
  "$java" -Xmx512m -jar "$jar" --daybook.home="$home/data" --server.port="$port" --daybook.crayon.port=0 "$@" \
    >"$home/log" 2>&1 &
  server=$!
  for _ in $(seq 1200); do
    curl -sf -o /dev/null "http://127.0.0.1:$port/health" && return
    kill -0 "$server" 2>/dev/null || break
    sleep 0.1
  done
  cat "$home/log"
  return 1
}

# run NAME [st's OPTION...]: 0 when nothing was found
run() {
  local name=$1 found=0
  shift
  echo "== authentication $name"
  curl -sf -o /dev/null --max-time 120 "http://127.0.0.1:$port/docs/schema" # is made when it is first asked for
  (cd "$home" && "$st" run "http://127.0.0.1:$port/docs/schema" --checks "$checks" --phases examples,coverage,fuzzing \
    --exclude-path /audit/stream --max-examples "$examples" --max-time "$seconds" --request-timeout 60 --continue-on-failure --seed "${SEED:-1}" \
    --generation-database none --no-color "$@") || found=$?
  if grep -n ' ERROR ' "$home/log"; then
    echo "authentication $name: the server's log tells of errors"
    found=1
  fi
  return "$found"
}

failed=0
start
DAYBOOK_FUZZ_SEED=$home/seed.json
export DAYBOOK_FUZZ_SEED
"$python" "$here/seed.py" "http://127.0.0.1:$port" "$DAYBOOK_FUZZ_SEED" >/dev/null
run off "${@:2}" || failed=1
leave
start --daybook.auth.enabled=true --daybook.auth.secret="$("$python" -c 'import secrets; print(secrets.token_hex(32))')"
DAYBOOK_FUZZ_SEED=$home/seed.json
token=$("$python" "$here/seed.py" "http://127.0.0.1:$port" "$DAYBOOK_FUZZ_SEED" --sign-in)
run on -H "Authorization: Bearer $token" "${@:2}" || failed=1
leave
[ "$failed" = 0 ] && echo "fuzz: nothing found" || echo "fuzz: failures, see above"
exit "$failed"
