#!/usr/bin/env bash
# Judges detector models on 100 phantoms that they were not trained on: another seed and made-up lesion shapes in place
# of real masks. Prints average precision per class, lesions found by volume, how often a slice's class is right, and the
# oracle's ceiling; for two models one below the other, with tables and a report in DIR/modern and DIR/thesis.
#
#   tools/detector-on-unseen.sh --out DIR                        the model of pipelines/rcnn.json
#   tools/detector-on-unseen.sh --out DIR --thesis FILE          and one that was trained with mode 'thesis'
#   --modern FILE      another model than the one that comes with the program
#   --data DIR         phantoms made before, or where to make them; DIR/data of --out otherwise
#   --anatomy DIR      real anatomy for the phantoms (see 'stroke phantom --help'), as the figures of pipelines/models/rcnn.md
#                      have it; the analytic brain otherwise, which models trained on real anatomy have never seen
#   --cases N, --seed N    how many, 100, and which, 9100
set -euo pipefail
root="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
stroke="${STROKE:-$root/stroke}"
out="" data="" thesis="" modern="$root/pipelines/models/rcnn.model" cases=100 seed=9100 anatomy=()
while [ $# -gt 0 ]; do
  case "$1" in
    --out) out="$2" ;;
    --data) data="$2" ;;
    --thesis) thesis="$(readlink -f "$2")" ;;
    --modern) modern="$(readlink -f "$2")" ;;
    --anatomy) anatomy=(--anatomy "$2") ;;
    --cases) cases="$2" ;;
    --seed) seed="$2" ;;
    *) echo "Unknown option '$1'; see the head of ${BASH_SOURCE[0]}." >&2; exit 2 ;;
  esac
  shift 2
done
[ -n "$out" ] || { echo "Say with --out where to write." >&2; exit 2; }

mkdir -p "$out"
data="${data:-$out/data}"
[ -d "$data" ] || "$stroke" phantom --out "$data" --cases "$cases" --seed "$seed" "${anatomy[@]}"

# A graph for each: models hold the weights of a node by its name, which is that of pipelines/rcnn.json.
for mode in modern thesis; do
  model="${!mode}"
  [ -n "$model" ] || continue
  echo "{ \"name\": \"Detector on unseen phantoms, $mode\", \"seed\": 42, \"nodes\": { \"lesions\": { \"use\": \"rcnn@^1.0\", \"in\": { \"study\": \"\$input\" }, \"with\": { \"mode\": \"$mode\", \"channels\": \"dwi-adc\" }, \"model\": \"$model\" } }, \"outputs\": { \"detections\": \"lesions\" } }" > "$out/$mode.json"
  echo "== $mode: $model"
  "$stroke" evaluate "$out/$mode.json" --data "$data" --out "$out/$mode"
done
