#!/usr/bin/env bash
# Holds the mock against the official Python SDK: today's release at the newest version of the API, and that of 0.7.7 at
# 0.7.7. Its code has the operations and schemas of the document, each of its methods that is for them parses what it is
# answered, and so it does every kind of item. Needs python3 with venv, and a package index.
set -euo pipefail
export PYTHONDONTWRITEBYTECODE=1
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
mock=
trap '[ -z "$mock" ] || kill "$mock"; rm -rf "$folder"' EXIT

check() {
  local sdk=$1 api=$2
  python3 -m venv "$folder/$sdk"
  "$folder/$sdk/bin/pip" install --quiet --disable-pip-version-check "cloudglue==$sdk"
  node --import tsx src/cli/cli.ts --port 0 --speed 20 --api-version "$api" >"$folder/$sdk.log" 2>&1 &
  mock=$!
  local url=
  for _ in $(seq 100); do
    url=$(grep -oE 'http://127\.0\.0\.1:[0-9]+/v1' "$folder/$sdk.log" | head -1) && break
    sleep 0.2
  done
  local script
  for script in same_surface every_method parse_answers; do
    "$folder/$sdk/bin/python" "test/sdk/$script.py" "$url" "$sdk"
  done
  kill "$mock"
  wait "$mock" || true
  mock=
}

check 0.7.28 0.7.32
check 0.7.14 0.7.7
