#!/bin/sh
# Lighthouse over the portal's pages of a served house, on a phone with a slow network as Lighthouse simulates it.
#   bench/lighthouse.sh http://localhost:5100
set -eu
house=${1:-http://localhost:5100}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export CHROME_PATH="${CHROMIUM:-/usr/bin/chromium}"
npm install --silent --no-audit --no-fund --prefix "$folder" lighthouse@12.8.2
for page in /portal /portal/look-up /portal/feedback /portal/register /portal/feedback/follow; do
  "$folder/node_modules/.bin/lighthouse" "$house$page" --quiet --output=json --output-path="$folder/report.json" \
    --only-categories=performance,accessibility,best-practices --chrome-flags="--headless=new --no-sandbox --disable-gpu"
  node -e '
    const report = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    const score = (name) => Math.round(report.categories[name].score * 100);
    const kb = (report.audits["total-byte-weight"].numericValue / 1000).toFixed(1);
    const seconds = (report.audits["largest-contentful-paint"].numericValue / 1000).toFixed(1);
    console.log(`${process.argv[2]}: performance ${score("performance")}, accessibility ${score("accessibility")}, best practices ${score("best-practices")} (95 asked); ${kb} kB on the wire (60 asked), largest paint ${seconds} s on a simulated slow phone network (3 asked)`);
  ' "$folder/report.json" "$page"
done
