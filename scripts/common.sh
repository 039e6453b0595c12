# Sourced by every script here: where the repository is, and how to speak to people.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# say ZH EN: a step that begins, in both languages.
say() { printf '== %s · %s\n' "$1" "$2"; }

# fail ZH EN: one sentence in each language that says what to do, then the end.
fail() {
  printf '错误：%s\nerror: %s\n' "$1" "$2" >&2
  exit 1
}

# The flags of the strict build; `scripts/test` runs the tests of that same build.
# shellcheck disable=SC2034 # used where this file is sourced
strict=(
  --scratch-path "$root/.build/check"
  --explicit-target-dependency-import-check error
  -Xswiftc -warnings-as-errors
)
