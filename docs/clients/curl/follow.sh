#!/bin/sh
# Prints each change of a verdict as a server-sent event: at first the state of all, or what came after a cursor.
# Usage: follow.sh [URL [CURSOR]]; VITALS_TOKEN where it is asked who comes.
set -eu
url=${1:-http://127.0.0.1:4000}
variables='{"initial":true}'
[ -z "${2:-}" ] || variables="{\"after\":\"$2\"}"

authorization() {
  [ -z "${VITALS_TOKEN:-}" ] || printf 'header = "authorization: Bearer %s"\n' "$VITALS_TOKEN"
}

# Something comes every ten seconds; where nothing does, the line is dead.
authorization | curl --config - --silent --show-error --fail-with-body --no-buffer "$url/graphql/stream" \
  --speed-limit 1 --speed-time 30 \
  --header 'accept: text/event-stream' \
  --get --data-urlencode "query@$(dirname "$0")/../operations/follow-health.graphql" \
  --data-urlencode "variables=$variables"
