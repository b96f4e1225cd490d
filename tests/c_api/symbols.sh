#!/usr/bin/env bash
# What the shared library exports: the C API and the C++ API of include/tonelint, nothing else.
#
#   symbols.sh LIBRARY C_HEADER
set -euo pipefail
library=$1 header=$2

exported=$(nm --dynamic --defined-only --demangle "$library" | cut -d' ' -f3-)
bad=0

# Each function of the C header, and no other.
declared=$(grep -o 'tonelint_[a-z_]*(' "$header" | tr -d '(' | sort -u | grep -v '^tonelint_text$')
in_c=$(grep -E '^tonelint_[a-z_]+$' <<< "$exported" | sort -u)
diff <(echo "$declared") <(echo "$in_c") || { echo "the C header and the library differ"; bad=1; }

# Every header says that what it declares is public.
for each in "$(dirname "$header")"/*.hpp; do
  if grep -q '^namespace' "$each" &&
    ! grep -B1 '^namespace tonelint {$' "$each" | grep -q '^#pragma GCC visibility push(default)$'; then
    echo "$each: what it declares is not exported; write #pragma GCC visibility push(default) before it"
    bad=1
  fi
done

# Each function of these headers is there; it is not when its source does not read the header. One that
# gives a std::string has the mark of GCC behind its name.
while IFS= read -r name; do
  if ! grep -qE "^tonelint::$name(\[abi:[a-z0-9]+\])?\(" <<< "$exported"; then
    echo "declared in a public header, and not exported: $name"
    bad=1
  fi
done < <(grep -hoP '^(\[\[nodiscard\]\] )?(?!inline|constexpr|using|struct|class)[A-Za-z][\w:<>*& ]* \K[a-z_]+(?=\()' \
  "$(dirname "$header")"/*.hpp | sort -u)

# Whatever else is exported belongs to the namespace, and to a name that a public header declares.
headers=$(dirname "$header")
while IFS= read -r symbol; do
  case "$symbol" in
    tonelint_*) continue ;;
    "typeinfo for tonelint::"* | "typeinfo name for tonelint::"* | "vtable for tonelint::"* | tonelint::*) ;;
    *) echo "exported, and not of tonelint: $symbol"; bad=1; continue ;;
  esac
  name=${symbol#*tonelint::}
  name=${name%%[(:<\[]*}
  if ! grep -qw "$name" "$headers"/*.hpp; then
    echo "exported, and in no public header: $symbol"
    bad=1
  fi
done <<< "$exported"

readelf --dynamic "$library" | grep -q 'SONAME.*libtonelint\.so\.[0-9]' || { echo "no soname"; bad=1; }
exit "$bad"
