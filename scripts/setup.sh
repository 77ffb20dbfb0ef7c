#!/usr/bin/env bash
# Installs what a bare Debian or Ubuntu lacks to build and test this project: system packages, and a virtual
# environment .venv with pinned wheels. Installs only what is missing, so a second run is quick.
#
# Usage: scripts/setup.sh [build|test|lint|docs|bench]...   (default: build)
set -euo pipefail
cd "$(dirname "$0")/.."

say() { echo "setup: $*"; }
die() {
    echo "setup: $*" >&2
    exit 1
}

groups=("$@")
[[ ${#groups[@]} -gt 0 ]] || groups=(build)
changed=no

build_packages=(
    g++ cmake ninja-build ccache git ca-certificates
    python3 python3-dev python3-venv
    libfmt-dev libexpected-dev libcli11-dev libxxhash-dev libfast-float-dev rapidjson-dev
    libtomlplusplus-dev libyaml-dev libminizip-dev zlib1g-dev libgtest-dev libgmock-dev libbenchmark-dev
)

# The engine as WebAssembly, and Node to run it.
wasm_packages=(emscripten nodejs googletest)

# What the tests of reports look at them with.
browser_packages=(chromium)

packages=("${build_packages[@]}")
clang=no
for group in "${groups[@]}"; do
    case $group in
        build | lint | docs) ;;
        bench) packages+=(time) ;;
        test) packages+=("${wasm_packages[@]}" "${browser_packages[@]}") clang=yes ;;
        *) die "unknown group '$group'; expected build, test, lint, docs or bench" ;;
    esac
done

# --- system packages ---------------------------------------------------------------------------------------------
command -v apt-get >/dev/null && command -v dpkg-query >/dev/null ||
    die "this system has no apt: install the equivalents of: ${build_packages[*]} clang, and Python 3.11 or newer." \
        "CONTRIBUTING.md tells how to build without this script."

# The page of the HTML report is built by Node, whoever installed that.
node=()
command -v node >/dev/null || node+=(nodejs)
command -v npm >/dev/null || node+=(npm)

missing=("${node[@]}")
installed=" $(dpkg-query -W -f='${db:Status-Status}=${Package} ' "${packages[@]}" 2>/dev/null || true) "
for package in "${packages[@]}"; do
    [[ $installed == *" installed=$package "* ]] || missing+=("$package")
done
# Result hashes are compared under clang too, and its runtime libraries fuzz: 16 if the distribution has it, else its
# default.
clang_version=
if [[ $clang == yes ]]; then
    if compiler=$(command -v clang++-16 || command -v clang++); then
        clang_version=$("$compiler" -dumpversion | cut -d. -f1)
        dpkg-query -W -f='${db:Status-Status}' "libclang-rt-$clang_version-dev" 2>/dev/null | grep -q '^installed' ||
            missing+=("libclang-rt-$clang_version-dev")
    else
        missing+=(clang)
    fi
fi

if [[ ${#missing[@]} -gt 0 ]]; then
    as_root=()
    if [[ $EUID -ne 0 ]]; then
        command -v sudo >/dev/null || die "needs root to install these packages, and there is no sudo: ${missing[*]}"
        as_root=(sudo)
    fi
    apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q)
    say "reading the package lists (apt-get update)"
    "${apt[@]}" update >/dev/null
    if [[ ${missing[-1]} == clang ]]; then
        clang_version=16
        apt-cache show clang-16 >/dev/null 2>&1 ||
            clang_version=$(apt-cache depends clang | grep -om 1 'clang-[0-9]*' | cut -d- -f2)
        missing[-1]=clang-$clang_version
        missing+=("libclang-rt-$clang_version-dev")
    fi
    say "installing system packages: ${missing[*]}"
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null
    changed=yes
fi

# --- virtual environment -----------------------------------------------------------------------------------------
python=/usr/bin/python3
[[ -x $python ]] || python=$(command -v python3)
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
[[ ${version%%.*} -ge 3 && ${version#*.} -ge 11 ]] || die "needs Python 3.11 or newer, $python is $version"

identity="$PWD/.venv $python $version"
if [[ ! -x .venv/bin/python || $(cat .venv/.made-for 2>/dev/null) != "$identity" ]]; then
    say "creating the virtual environment .venv with Python $version"
    "$python" -m venv --clear .venv
    echo "$identity" >.venv/.made-for
    changed=yes
fi

[[ " ${groups[*]} " == *" build "* ]] || groups=(build "${groups[@]}")
for group in "${groups[@]}"; do
    stamp=.venv/.installed-$group
    alone="requirements/$group-no-deps.txt"
    [[ -f $alone ]] || alone=
    hash=$(cat "requirements/$group.txt" ${alone:+"$alone"} requirements/constraints.txt | sha256sum)
    if [[ $(cat "$stamp" 2>/dev/null) != "$hash" ]]; then
        say "installing Python packages for $group: $(cat "requirements/$group.txt" ${alone:+"$alone"} | grep -v '^#' | xargs)"
        install=(.venv/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all:)
        "${install[@]}" -c requirements/constraints.txt -r "requirements/$group.txt"
        [[ -z $alone ]] || "${install[@]}" --no-deps -r "$alone"
        echo "$hash" >"$stamp"
        changed=yes
    fi
done

# --- packages of the report's page, and of the documentation site ---------------------------------------------------
pages=(web/report)
[[ " ${groups[*]} " != *" docs "* ]] || pages+=(web/site)
for page in "${pages[@]}"; do
    if ! cmp -s "$page/package-lock.json" "$page/node_modules/.installed.json"; then
        say "installing npm packages for $page"
        npm ci --silent --prefix "$page"
        cp "$page/package-lock.json" "$page/node_modules/.installed.json"
        changed=yes
    fi
done

[[ $changed == yes ]] || say "everything is in place"
