#!/usr/bin/env bash
# Runs the official SDKs through all scenarios of `check`, and compares the reports with those that are kept beside this
# script; --update writes them. Needs python3 with venv, and the package indexes of Python and npm.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "${1:-}" = --update ] && export UPDATE=1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

examine() {
  local name=$1 title=$2 status=0
  shift 2
  node --import tsx src/cli/cli.ts check --scenarios all --parallel 4 --report "json=$folder/$name.json" -- "$@" \
    >"$folder/$name.txt" 2>&1 || status=$?
  [ $status -lt 2 ] || { cat "$folder/$name.txt"; exit 1; }
  node --import tsx test/sdk/exam-fixture.ts "$folder/$name.json" "test/sdk/exam-$name.md" "$title" ||
    { cat "$folder/$name.json.md"; exit 1; }
  tail -1 "$folder/$name.txt"
}

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check cloudglue==0.7.28
examine python-0.7.28 'The Python SDK, cloudglue 0.7.28' "$folder/python/bin/python" test/sdk/exam_client.py

mkdir "$folder/js"
npm install --prefix "$folder/js" --ignore-scripts --no-save @aviaryhq/cloudglue-js@0.1.0 >/dev/null
SDK_FOLDER="$folder/js" examine js-0.1.0 'The JavaScript SDK, @aviaryhq/cloudglue-js 0.1.0' \
  node test/sdk/exam_client.mjs
