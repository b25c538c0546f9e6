#!/usr/bin/env bash
# Measures the portrait pipeline; see ../README.md.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
readonly launcher=deploy/local/target
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}

for built in "$launcher/dramatis-local.jar" portrait-service/target/quarkus-app/quarkus-run.jar; do
  if [ ! -e "$built" ]; then
    echo "$built is missing; ./dramatis bench portrait builds it." >&2
    exit 1
  fi
done

classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
# The launcher's own classes start the servers, and Kafka's and PostgreSQL's clients are beside them.
"$java_home/bin/javac" -d "$classes" -cp "$launcher/dramatis-local.jar:$launcher/lib/*" bench/portrait/*.java
"$java_home/bin/java" -Xmx512m -XX:+UseSerialGC -cp "$classes:$launcher/dramatis-local.jar:$launcher/lib/*" \
  io.dramatis.local.PortraitBench "$@"
