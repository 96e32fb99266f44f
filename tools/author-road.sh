#!/usr/bin/env bash
# Does what docs/tutorial.md says, in a temporary folder outside the repository: runs its commands, compiles its code.
# Then makes a project of each template, builds and tests it, and checks its graph; and edits a plugin that is watched.
#
#   tools/author-road.sh                        everything, with packages and program built in Release
#   tools/author-road.sh --built Debug          with the packages and the program that a Debug build left
#   --tutorial, --templates or --watch          one part of it;  --keep leaves the folder there
set -euo pipefail
root="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
built="" keep="" parts="tutorial templates watch"
while [ $# -gt 0 ]; do
  case "$1" in
    --built) built="$2"; shift ;;
    --tutorial) parts=tutorial ;;
    --templates) parts=templates ;;
    --watch) parts=watch ;;
    --keep) keep=1 ;;
    *) echo "Unknown option '$1'; see the head of ${BASH_SOURCE[0]}." >&2; exit 2 ;;
  esac
  shift
done

work="$(mktemp -d "${TMPDIR:-/tmp}/author-road-XXXXXX")"
[ -z "$keep" ] || echo "Working in $work"

# Nothing of the user's is touched: templates, shelf and the framework's packages have folders of their own, so that
# packages of an earlier build are never taken for these. Public packages come from the user's folder where they are there.
packages="${NUGET_PACKAGES:-$HOME/.nuget/packages}"
export NUGET_PACKAGES="$work/packages" DOTNET_CLI_HOME="$work/cli" STROKE_HOME="$work/home" STROKE_CACHE="$work/cache" STROKE_FRAMEWORK="$root"
mkdir -p "$NUGET_PACKAGES" "$DOTNET_CLI_HOME"
for package in "$packages"/*/; do
  package="${package%/}"
  case "$package" in */strokeframework.*|*'/*') ;; *) ln -s "$package" "$NUGET_PACKAGES/" ;; esac
done
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-1}"
# No process outlives this one: the compiler stays between builds, but under a name of its own, and is ended with them.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=true SharedCompilationId="author-road-$$"
version="$(dotnet --version)"
compiler="$(dotnet --list-sdks | sed -n "s/^$version \\[\\(.*\\)\\]$/\\1/p")/$version/Roslyn/bincore/VBCSCompiler.dll"
finish() {
  dotnet "$compiler" -shutdown "-pipename:$SharedCompilationId" >/dev/null || echo "The compiler could not be ended; it ends by itself ten minutes after its last use." >&2
  [ -n "$keep" ] || rm -rf "$work"
}
trap finish EXIT

program=("$root/stroke")
if [ -n "$built" ]; then
  export STROKE_FEED="$work/feed"
  (cd "$root" && dotnet pack eng/packages.proj --no-build -c "$built" -nologo -v quiet "-p:PackageOutputPath=$STROKE_FEED")
  dotnet new install "$root/tools/templates" >"$work/install.log" || { cat "$work/install.log"; exit 1; }
  program=(dotnet "$root/artifacts/bin/StrokeFramework.Cli/$(echo "$built" | tr '[:upper:]' '[:lower:]')/stroke.dll")
  stroke() { "${program[@]}" "$@"; }
fi

# Whether the program has a command, given as "stroke plugins test": a step for a command it lacks is said and left out.
offers() {
  local command="${*: -1}"
  "${@:1:$#-1}" --help | awk -v command="$command" '$1 == command { found = 1 } END { exit !found }'
}

# Turns the tutorial into commands: fences of sh are run, fences of csharp and json are written to the file that they name.
commands_of_tutorial() {
  awk -v built="$built" '
    /^```/ && !inside {
      inside = 1; words = split(substr($0, 4), word, " "); kind = "text"
      if (word[1] == "sh" && !(word[2] == "setup" && built != "")) kind = "sh"
      if ((word[1] == "csharp" || word[1] == "json") && words > 1) kind = "file"
      if (kind == "sh") printf "step %d\n", NR
      if (kind == "sh" && word[2] == "if") {
        command = word[3]; for (n = 4; n <= words; n++) command = command " " word[n]
        printf "if ! offers %s; then echo \"Left out: this program has no \x27%s\x27.\"; else\n", command, command
        conditional = 1
      }
      if (kind == "file") printf "cat >\"%s\" <<\x27END-OF-CODE\x27\n", word[2]
      next
    }
    /^```/ {
      if (kind == "file") print "END-OF-CODE"
      if (conditional) print "fi"
      inside = 0; conditional = 0; kind = "text"; next
    }
    inside && kind != "text" { print }
  ' "$root/docs/tutorial.md"
}

# Lines that are not blank: what the reader types or pastes into files, and those that a later step edits.
written_lines() { awk '/^```(csharp|json) / || /^```sh edit/ { inside = 1; next } /^```/ { inside = 0 } inside && NF { n++ } END { print n + 0 }' "$root/docs/tutorial.md"; }

step() { echo "--- tutorial.md, line $1, after $SECONDS s"; }

tutorial() {
  mkdir "$work/tutorial"
  cd "$work/tutorial"
  commands_of_tutorial >"$work/tutorial.commands"
  # shellcheck disable=SC1091
  source "$work/tutorial.commands"
  echo "--- two versions in one graph, mean Dice: $(awk -F, '$5 == "dice" && $6 != "" { sum[$4] += $6; n[$4]++ } END { for (name in sum) printf "%s %.3f; ", name, sum[name] / n[name] }' versions/compare-segmentation.csv)"
  local lines; lines="$(written_lines)"
  echo "--- the tutorial ends after $SECONDS s; its author wrote $lines lines"
  [ "$lines" -gt 0 ] && [ "$lines" -le 35 ] || { echo "The author should write 1 to 35 lines." >&2; exit 1; }
}

templates() {
  mkdir "$work/my projects"
  cd "$work/my projects"
  local kind kinds="preprocessor segmenter postprocessor features classifier detector"
  # A name with a hyphen and one with a digit: both have to become valid in C#.
  for kind in $kinds; do dotnet new "stroke-$kind" -n "my-${kind}2" --feed "$STROKE_FEED" >>"$work/new.log"; done
  cat >all.proj <<'PROJECT'
<Project DefaultTargets="Build">
  <ItemGroup><Tests Include="*/*.Tests/*.csproj" /></ItemGroup>
  <Target Name="Restore"><MSBuild Projects="@(Tests)" Targets="Restore" /></Target>
  <Target Name="Build"><MSBuild Projects="@(Tests)" Targets="Build" BuildInParallel="true" /></Target>
</Project>
PROJECT
  dotnet build all.proj -c Release -nologo -v quiet -clp:NoSummary -warnaserror
  echo "--- six templates are built after $SECONDS s"
  for kind in $kinds; do
    dotnet "my-${kind}2/my-${kind}2.Tests/bin/Release/net10.0/my-${kind}2.Tests.dll" >"$work/tests.log" || { cat "$work/tests.log"; exit 1; }
    echo "$kind: $(grep -o 'Total: [0-9]*, Errors: [0-9]*, Failed: [0-9]*' "$work/tests.log")"
    stroke validate "my-${kind}2/my-$kind-2.json" --plugins "my-${kind}2/my-${kind}2/bin/Release/plugin"
    if offers stroke plugins test; then stroke plugins test "my-${kind}2/my-${kind}2"; fi
  done
  echo "--- six templates are built, tested and validated after $SECONDS s"
  mistakes my-segmenter2/my-segmenter2
}

# What an author does sooner or later.
mistakes() {
  local project="$1" shelf="$1/bin/Release/plugin/my-segmenter2"
  dotnet build "$project" -c Release --no-restore -nologo -v quiet -clp:NoSummary -p:Version=1.1.0
  [ "$(ls "$shelf")" = 1.1.0 ] || { echo "After version 1.1.0 '$shelf' should hold it alone, not: $(ls "$shelf")." >&2; exit 1; }
  expect_refusal SF2101 "$project" -p:UsesOpenCv=true
  sed -i.bak 's/^\[Stage(/[System.Obsolete("a stage no more")]\n\/\/ &/; s/^    Title = .*/\/\//; s/^    Description = .*/\/\//; s/^    Citation = .*/\/\//; s/^    Needs = .*/\/\//' "$project"/*.cs
  expect_refusal SF2100 "$project"
  echo "--- mistakes are refused in a sentence, after $SECONDS s"
}

# An author at work: an edit that changes the result, one that the compiler refuses, one that mends it, and the end by Ctrl-C.
watch() {
  mkdir "$work/watch"
  cd "$work/watch"
  dotnet new stroke-segmenter -n Watched --feed "$STROKE_FEED" >>"$work/new.log"
  stroke phantom --out phantoms --cases 1 --seed 3 >/dev/null
  local source=Watched/Watched/WatchedSegmenter.cs log="$work/watch.log" watcher ended=0
  # There before anybody looks for a phrase in it: the background job that writes it may start later than the looking.
  : >"$log"
  # A job of its own, since what a script starts in the background otherwise ignores Ctrl-C.
  set -m
  "${program[@]}" plugins watch Watched Watched/watched.json --input phantoms/rawdata/*/*/dwi/*_dwi.nii.gz --truth phantoms >"$log" 2>&1 &
  watcher=$!
  set +m
  await "Watching " "$watcher" "$log"
  edit 's/Otsu.Threshold(histogram) is not { } threshold .*)$/(double?)(1.5 * Median(histogram)) is not { } threshold)/' "$source"
  await "from the edit to the result" "$watcher" "$log"
  edit 's/var labels = /var labels == /' "$source"
  await "The build failed" "$watcher" "$log"
  edit 's/var labels == /var labels = /; s/1.5 \* Median/1.6 * Median/' "$source"
  await "from the edit to the result" "$watcher" "$log" 2
  # Whoever starts this script may have made it deaf to Ctrl-C, and its children with it.
  local signal=INT
  if [ -r /proc/self/status ] && (( 16#$(awk '/^SigIgn:/ { print substr($2, length($2)) }' /proc/self/status) & 2 )); then signal=TERM; fi
  kill "-$signal" "$watcher"
  wait "$watcher" || ended=$?
  cat "$log"
  echo "--- the watch ended by $signal with status $ended; left are: $(cd Watched/Watched/bin && ls -A | tr '\n' ' ')"
  echo "--- edits are watched after $SECONDS s"
}

edit() { sed "$1" "$2" >"$2.edited" && mv "$2.edited" "$2"; }

# Waits until the log of a program has a phrase so many times; the program's end, or two minutes, end the waiting.
await() {
  local phrase="$1" process="$2" log="$3" times="${4:-1}" tries said
  for ((tries = 0; tries < 600; tries++)); do
    said="$(grep -c "$phrase" "$log")" || true
    [ "$said" -ge "$times" ] && return 0
    kill -0 "$process" 2>/dev/null || break
    sleep 0.2
  done
  cat "$log" >&2
  echo "The watch should have said '$phrase'." >&2
  kill "$process" 2>/dev/null || true
  exit 1
}

expect_refusal() {
  local code="$1"
  shift
  if dotnet build "$@" -c Release --no-restore -nologo -v quiet -clp:NoSummary >"$work/refusal.log"; then
    echo "The build should have been refused with $code." >&2
    exit 1
  fi
  grep -m 1 -o "error $code: .*" "$work/refusal.log" || { cat "$work/refusal.log" >&2; exit 1; }
}

if [ -z "$built" ] && [[ "$parts" != tutorial* ]]; then
  eval "$(awk '/^```sh setup/ { inside = 1; next } /^```/ { inside = 0 } inside' "$root/docs/tutorial.md")"
fi
for part in $parts; do $part; done
# On a machine that others use as well, this says more than the seconds above. The compiler that stays is not in it.
echo "--- processor time of all commands, user and system: $(times | tail -n 1)"
