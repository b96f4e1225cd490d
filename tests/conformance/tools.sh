#!/usr/bin/env bash
# Fetches what the conformance tests need, once, into build/tools: JSON Schema, YAML 1.2 and OpenAPI
# for Python, and the published schema of SARIF 2.1.0. Without them these tests are skipped; nothing else needs them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tools=build/tools
python=$tools/python/bin/python
packages=(jsonschema==4.26.0 ruamel.yaml==0.19.1 openapi-spec-validator==0.9.0)
sarif=@microsoft/sarif-multitool-linux@5.7.0   # carries the schema that it validates with

mkdir -p "$tools"
if ! "$python" -c 'import jsonschema, openapi_spec_validator, ruamel.yaml' 2> /dev/null; then
  python3 -m venv "$tools/python"
  "$tools/python/bin/pip" install --quiet --disable-pip-version-check "${packages[@]}"
fi
if [ ! -s "$tools/sarif-2.1.0.json" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  (cd "$work" && npm pack --silent "$sarif" > /dev/null)
  tar -xzf "$work"/*.tgz -C "$work" package/sarif-2.1.0.json
  mv "$work/package/sarif-2.1.0.json" "$tools/sarif-2.1.0.json"
fi
