#!/usr/bin/env bash
# Completes commands in real shells, and reads the manual page with the tools that read such pages.
# What is not installed is passed over; bash always is.
#
#   shells.sh PROGRAM
set -euo pipefail
program=$1 self=$(realpath "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ln -s "$(realpath "$program")" "$folder/tonelint"
export PATH=$folder:$PATH HOME=$folder LC_ALL=C.UTF-8
cd "$folder"
mkdir drafts && touch drafts/late.txt "drafts/two words.txt"
for shell in bash zsh fish; do tonelint completions "$shell" > "$folder/completions.$shell"; done

bad=0
# expect SHELL LINE WORD…: of completing LINE, these words come, among others perhaps.
expect() {
  local shell=$1 line=$2 word got
  shift 2
  got=$("complete_in_$shell" "$line")
  for word in "$@"; do
    if ! grep -qxF -e "$word" <<< "$got"; then
      echo "$shell, “$line”: “$word” did not come, but: $got"
      bad=1
    fi
  done
}

complete_in_bash() {
  bash --norc -c '
    source completions.bash
    read -ra COMP_WORDS <<< "$1"
    [[ $1 == *" " ]] && COMP_WORDS+=("")
    # As bash does, = is a word of its own.
    last=${COMP_WORDS[-1]}
    if [[ $last == *=* ]]; then COMP_WORDS[-1]=${last%%=*}; COMP_WORDS+=("=" "${last#*=}"); fi
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _tonelint && printf "%s\n" "${COMPREPLY[@]}"' bash "$1"
}
complete_in_fish() { fish --no-config -c 'source completions.fish; complete -C $argv[1]' "$1" | cut -f1; }

try() {
  local shell=$1
  expect "$shell" "tonelint ch" check
  expect "$shell" "tonelint check --sy" --syntax
  expect "$shell" "tonelint check --syntax ma" markdown
  expect "$shell" "tonelint check --syntax=ht" "${2}html"
  expect "$shell" "tonelint check --format s" sarif
  expect "$shell" "tonelint explain unfort" unfortunately
  expect "$shell" "tonelint check drafts/l" "${3}late.txt"
  expect "$shell" "tonelint fix --dif" --diff
}
# Behind a = fish gives the whole word, and zsh gives a path in its parts.
try bash "" drafts/
expect bash "tonelint check drafts/" "drafts/two words.txt"
if command -v fish > /dev/null; then try fish "--syntax=" drafts/; else echo "no fish"; fi

# zsh completes only at a terminal, so it gets one.
if command -v zsh > /dev/null; then
  cp completions.zsh _tonelint
  complete_in_zsh() { zsh --no-rcs "$zsh_terminal" "$1"; }
  zsh_terminal=$(dirname "$self")/zsh_terminal.zsh
  try zsh "" ""
else
  echo "no zsh"
fi

tonelint man --date 2020-01-31 > tonelint.1
if command -v mandoc > /dev/null; then mandoc -Tlint tonelint.1 || bad=1; else echo "no mandoc"; fi
if command -v man > /dev/null; then
  warnings=$(man --warnings --local-file --encoding=UTF-8 --troff-device=utf8 --ditroff tonelint.1 2>&1 > /dev/null)
  [ -z "$warnings" ] || { echo "$warnings"; bad=1; }
fi
# The page tells every option that help tells.
for command in check fix rules explain test init schema formats; do
  for option in $(tonelint "$command" --help | grep -o '^  *--[a-z-]*' | tr -d ' '); do
    grep -qF -e "${option//-/\\-}" tonelint.1 || { echo "the page says nothing of $option"; bad=1; }
  done
done
exit "$bad"
