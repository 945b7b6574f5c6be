#!/usr/bin/env bash
# Pacts and verifiers that nobody here wrote. The pacts in pacts/ are those that pact-python and pact-js write; pact-python's
# own verifier holds a running mock to them. With UPDATE=1, what was written anew replaces what is committed.
# Needs python3 with venv, a package index, and a registry for Pact 17 and the Node.js that it wants.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=contracts/made-by
folder=$(mktemp -d)
mock=
trap '[ -z "$mock" ] || kill "$mock"; rm -rf "$folder"' EXIT
export PACT_DO_NOT_TRACK=true

python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check -r "$here/pact-python/requirements.txt"
"$folder/python/bin/python" "$here/pact-python/make.py" "$folder/pacts" 2>/dev/null

node "$here/pact-js/make.mjs" "$folder/pacts" >/dev/null
mkdir "$folder/js17"
echo '{ "private": true }' >"$folder/js17/package.json"
npm install --prefix "$folder/js17" --no-save --engine-strict=false --loglevel=error @pact-foundation/pact@17.1.4 >/dev/null
make=$PWD/$here/pact-js/make.mjs
(cd "$folder/js17" && npx --yes --package=node@22 node "$make" "$folder/pacts" >/dev/null)

if [ "${UPDATE:-}" = 1 ]; then
  rm -f "$here"/pacts/*.json
  cp "$folder"/pacts/*.json "$here/pacts/"
fi
diff -r "$here/pacts" "$folder/pacts"
echo "The pacts of pact-python and pact-js are what their scripts write."

node --import tsx src/cli/cli.ts --port 0 --lifecycle manual >"$folder/mock.log" 2>&1 &
mock=$!
url=
for _ in $(seq 300); do
  url=$(grep -oE 'http://127\.0\.0\.1:[0-9]+' "$folder/mock.log" | head -1) && break
  sleep 0.2
done
"$folder/python/bin/python" "$here/pact-python/verify.py" "$url" "$here"/pacts/*.json >"$folder/verifier.log" 2>&1 ||
  { tail -60 "$folder/verifier.log"; exit 1; }
grep -a '^pact-python: ' "$folder/verifier.log"
