# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts at the root: speaks to the person, and sees to packages of the system.

# One line to the person; stdout stays free for what the program prints.
say() {
  printf '%s\n' "$*" >&2
}

# Whether this machine lets us install packages.
can_install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1
}

# Whether the distribution offers the package $1.
in_distribution() {
  refresh_package_lists
  apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [0-9]'
}

# A fresh machine has no package lists at all; once a run is enough.
refresh_package_lists() {
  [ -n "${package_lists_fresh:-}" ] && return
  mkdir -p "$root/.build"
  apt-get -q update >"$root/.build/packages.log" 2>&1
  package_lists_fresh=yes
}

install_packages() {
  say "Installing $* …"
  refresh_package_lists
  if ! DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$@" \
    >>"$root/.build/packages.log" 2>&1; then
    tail -n 15 "$root/.build/packages.log" >&2
    say "These packages could not be installed: $*. What apt-get said is in .build/packages.log."
    exit 2
  fi
}

# Whether the system has $1: a file, a program, or a shared library when its name ends in .so.N.
has() {
  case $1 in
    /*) [ -e "$1" ] ;;
    *.so.*) [ -n "$(/sbin/ldconfig -p 2>/dev/null | grep -F "$1 ")" ] ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
  esac
}

# need PURPOSE THING=PACKAGE...: installs the packages of the missing things when it may,
# else names the command that does and leaves with exit status 2.
need() {
  local purpose=$1 pair missing=''
  shift
  for pair in "$@"; do
    has "${pair%%=*}" || case " $missing " in
      *" ${pair#*=} "*) ;;
      *) missing="$missing ${pair#*=}" ;;
    esac
  done
  [ -z "$missing" ] && return
  # Package names hold no blanks: the list is meant to be split.
  # shellcheck disable=SC2086
  if can_install; then
    install_packages $missing
  else
    say "Keyrite needs$missing $purpose; install with: $(install_command)$missing"
    exit 2
  fi
}

# How a person installs packages here; names of packages are Debian's.
install_command() {
  if command -v apt-get >/dev/null 2>&1; then
    printf 'sudo apt-get install'
  elif command -v brew >/dev/null 2>&1; then
    printf 'brew install'
  else
    printf 'the package manager of this system:'
  fi
}
