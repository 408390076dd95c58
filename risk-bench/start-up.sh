#!/usr/bin/env bash
# Measures how long short runs of the command take, beside a bare start of Java, in one run.
# Usage: risk-bench/start-up.sh [runs]; prints a table of milliseconds by the clock.
set -euo pipefail

home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
runs="${1:-15}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
csv="$home/datasets/german/german.csv"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"

cat > "$work/Hello.java" << 'EOF'
public class Hello {
  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
EOF
"${java}c" -d "$work" "$work/Hello.java"
"$home/risk" train "$csv" --out "$work/german.risk" --quiet > /dev/null

measure() {
  local name="$1"
  shift
  for ((i = 0; i < runs; i++)); do
    local begun="$EPOCHREALTIME"
    "$@" > /dev/null 2>&1
    echo $(((${EPOCHREALTIME/./} - ${begun/./}) / 1000))
  done | sort -n | awk -v name="$name" '{ms[NR] = $1} END {
    printf "| %s | %d | %d |\n", name, ms[1], ms[int((NR + 1) / 2)]}'
}

echo "| $runs runs each, $("$java" -version 2>&1 | head -1) | least ms | median ms |"
echo "|---|---|---|"
measure "bare start of Java" "$java" -cp "$work" Hello
measure "risk --version" "$home/risk" --version
measure "risk score, 1,000 records" "$home/risk" score "$work/german.risk" "$csv" --out "$work/scored.csv"
measure "risk score without the launcher's archive" \
  "$java" -jar "$home/risk-cli/target/risk.jar" score "$work/german.risk" "$csv" --out "$work/scored.csv"
