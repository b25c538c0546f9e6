#!/usr/bin/env bash
# Measures the gateway beside Varnish, FastAPI and nginx; see ../README.md.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
readonly gateway=search-gateway/target/quarkus-app/quarkus-run.jar
readonly simulator=platform/source-simulator/target
# Debian's python3 and what its packages hold, whatever other Python the machine has.
readonly python=/usr/bin/python3

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# package:command-or-file, so that what is there already needs no package manager.
require_tools() {
  local pair missing=()
  for pair in wrk:/usr/bin/wrk nginx:/usr/sbin/nginx varnish:/usr/sbin/varnishd uvicorn:/usr/bin/uvicorn \
    python3-fastapi:/usr/lib/python3/dist-packages/fastapi python3-uvloop:/usr/lib/python3/dist-packages/uvloop \
    python3-httptools:/usr/lib/python3/dist-packages/httptools; do
    [ -e "${pair#*:}" ] || missing+=("${pair%%:*}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  echo "Installing ${missing[*]} ..."
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null ||
    fail "Missing: ${missing[*]}. Install these Debian packages, as root: apt-get install ${missing[*]}"
  apt-get update -qq || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "apt-get could not install ${missing[*]}."
}

build_what_is_missing() {
  if [ ! -f "$gateway" ] || ! compgen -G "$simulator/source-simulator-*.jar" >/dev/null; then
    echo "Building the gateway and the simulator ..."
    ./mvnw -B -q -pl search-gateway,platform/source-simulator -am -Dmaven.test.skip=true -Dspotless.check.skip package
  fi
  [ -d "$simulator/lib" ] || ./mvnw -B -q -pl platform/source-simulator dependency:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory=target/lib
}

require_tools
build_what_is_missing
exec "$python" bench/search/measure.py
