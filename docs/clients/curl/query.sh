#!/bin/sh
# Is it well, system by system? Usage: query.sh [URL]; VITALS_TOKEN where it is asked who comes.
set -eu
url=${1:-http://127.0.0.1:4000}

# By standard input, since everybody on this machine can read the arguments of a program.
authorization() {
  [ -z "${VITALS_TOKEN:-}" ] || printf 'header = "authorization: Bearer %s"\n' "$VITALS_TOKEN"
}

authorization | curl --config - --silent --show-error --fail-with-body --max-time 10 "$url/graphql" \
  --header 'content-type: application/json' \
  --data '{ "query": "{ platform { health { status } systems { name health { status } } } }" }'
