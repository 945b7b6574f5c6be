#!/usr/bin/env bash
# Has the official Python SDK parse the mock's answers: today's release at the newest version of the API, and that of
# 0.7.7 at 0.7.7. Needs python3 with venv, and a package index.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
mock=
trap '[ -z "$mock" ] || kill "$mock"; rm -rf "$folder"' EXIT

check() {
  local sdk=$1 api=$2
  python3 -m venv "$folder/$sdk"
  "$folder/$sdk/bin/pip" install --quiet --disable-pip-version-check "cloudglue==$sdk"
  node --import tsx src/cli/cli.ts --port 0 --api-version "$api" >"$folder/$sdk.log" 2>&1 &
  mock=$!
  local url=
  for _ in $(seq 100); do
    url=$(grep -oE 'http://127\.0\.0\.1:[0-9]+/v1' "$folder/$sdk.log" | head -1) && break
    sleep 0.2
  done
  "$folder/$sdk/bin/python" test/sdk/parse_answers.py "$url" "$sdk"
  kill "$mock"
  wait "$mock" || true
  mock=
}

check 0.7.28 0.7.32
check 0.7.14 0.7.7
