#!/bin/sh
# What is wrong, said only where it has changed since the last time: an answer that is known is a 304 without a body.
# Usage: poll.sh [URL [FILE]], as often as wanted; FILE keeps the mark (ETag) of the last answer.
set -eu
url=${1:-http://127.0.0.1:4000}
mark=${2:-${XDG_CACHE_HOME:-$HOME/.cache}/vitals-etag}
mkdir -p "$(dirname "$mark")"

authorization() {
  [ -z "${VITALS_TOKEN:-}" ] || printf 'header = "authorization: Bearer %s"\n' "$VITALS_TOKEN"
}

# The header is what pages of others cannot send: without it, a question by GET is refused.
authorization | curl --config - --silent --show-error --fail-with-body --max-time 10 "$url/graphql" \
  --get --data-urlencode "query@$(dirname "$0")/../operations/worst-findings.graphql" \
  --header 'apollo-require-preflight: true' \
  --etag-compare "$mark" --etag-save "$mark" \
  --write-out '%{stderr}%{http_code}\n'
