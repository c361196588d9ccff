#!/usr/bin/env bash
# Sets up a fresh Debian 12 (as root or with sudo), builds, and
#   packaging/dev.sh run    runs the main job: the daemon as a demonstration with the console connected to it
#   packaging/dev.sh test   runs every test
#   packaging/dev.sh setup  only installs what is needed
# HOTEL_PRESET names the CMake preset (dev); HOTEL_JOBS the compile jobs; HOTEL_NO_INSTALL=1 skips apt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

preset=${HOTEL_PRESET:-dev}
jobs=${HOTEL_JOBS:-$(nproc)}
build=build/$preset

# What the programs are built with, what they run with, and what the tests start.
packages=(
  clang-19 lld-19 libclang-rt-19-dev clang-format-19 clang-tidy-19 cmake ninja-build ccache pkg-config python3
  libboost1.81-dev libboost-json1.81-dev libboost-url1.81-dev libboost-system1.81-dev libfmt-dev libcli11-dev libssl-dev
  libsqlite3-dev libpqxx-dev libpq-dev libargon2-dev libicu-dev libpugixml-dev liblinear-dev libsystemd-dev tzdata
  qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev qt6-multimedia-dev libopusfile-dev libqt6sql6-sqlite libqt6svg6 qt6-translations-l10n fonts-noto-core
  libgtest-dev libgmock-dev postgresql-15 openssl util-linux xvfb xauth openbox
)

say() { printf '== %s\n' "$*"; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    echo "Packages are missing and this is neither root nor a user with sudo. Right would be: apt-get install ${packages[*]}" >&2
    exit 1
  fi
}

setup() {
  [ "${HOTEL_NO_INSTALL:-}" = 1 ] && return
  local missing=()
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "installing ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=600 --no-install-recommends "${missing[@]}" >/dev/null
}

build() {
  say "building $preset in $build"
  cmake --preset "$preset" >/dev/null
  cmake --build --preset "$preset" -j "$jobs" -- "$@"
}

run_demo() {
  build hotel-agentd hotel-console
  local out password_file daemon
  out=$(mktemp) && password_file=$(mktemp)
  "$build/bin/hotel-agentd" serve --demo >"$out" &
  daemon=$!
  trap 'kill "$daemon" 2>/dev/null || true; rm -f "$out" "$password_file"' EXIT
  until grep -q '^  password' "$out"; do
    kill -0 "$daemon" 2>/dev/null || { cat "$out"; wait "$daemon"; exit $?; }
    sleep 0.1
  done
  cat "$out"
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    awk '/^  password/ {print $2}' "$out" >"$password_file"
    "$build/bin/hotel-console" --server "$(awk '/^  console/ {print $4}' "$out")" --user demo --password-file "$password_file" --simulator
  else
    say "no display here: run the console on a desktop, or talk to the daemon by its API:"
    echo "  curl -s -X POST $(awk '/^  console/ {print $4}' "$out")/api/v1/session -d '{\"user\":\"demo\",\"password\":\"…\"}'"
    wait "$daemon"
  fi
}

# Counts test cases, not programs: googletest's and QtTest's own totals, and one for every other program of ctest.
closing_line() {
  python3 packaging/build/count_tests.py "$1"
}

run_tests() {
  build
  say "testing"
  local log=$build/test-output.txt status=0
  ctest --test-dir "$build" --verbose -j 1 --no-tests=error >"$log" 2>&1 || status=$?
  grep -E '^ *[0-9]+/[0-9]+ Test' "$log" || true
  if [ "$status" -ne 0 ]; then
    say "output of what failed"
    grep -E '\[  FAILED  \]|^[0-9]+: (FAIL!|.*error:|.*Failure)|Timeout|\*\*\*' "$log" | head -200 || true
    say "everything is in $log"
  fi
  closing_line "$log"
  return "$status"
}

case "${1:-}" in
  setup) setup ;;
  run) setup && run_demo ;;
  test) setup && run_tests ;;
  *) echo "usage: packaging/dev.sh run | test | setup" >&2; exit 2 ;;
esac
