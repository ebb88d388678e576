# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts at the root: finds a JDK 25 by reading its release file, without starting java.

# Whether the folder $1 holds a JDK 25.
is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  local line
  while IFS= read -r line; do
    case $line in
      'JAVA_VERSION="25"'* | 'JAVA_VERSION="25.'*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}

# Sets jdk to the first JDK 25 in the usual folders.
look_for_jdk() {
  local folder on_path=''
  if command -v javac >/dev/null 2>&1; then
    on_path=$(readlink -f "$(command -v javac)" 2>/dev/null)
    on_path=${on_path%/bin/javac}
  fi
  for folder in \
    "${JAVA_HOME:-}" \
    "$on_path" \
    /usr/lib/jvm/* \
    /usr/java/* \
    /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$folder" ] && is_jdk_25 "$folder"; then
      jdk=$folder
      return 0
    fi
  done
  return 1
}

# Sets jdk, or says where to get one and leaves with exit status 2.
find_jdk() {
  if [ -n "${KEYRITE_JDK:-}" ]; then
    if is_jdk_25 "$KEYRITE_JDK"; then
      jdk=$KEYRITE_JDK
      return
    fi
    say "KEYRITE_JDK names $KEYRITE_JDK, which is not the folder of a JDK 25."
    exit 2
  fi
  look_for_jdk && return
  if can_install && in_distribution openjdk-25-jdk-headless; then
    install_packages openjdk-25-jdk-headless
    look_for_jdk && return
  fi
  say "Keyrite needs a JDK 25 and found none: get one at https://adoptium.net, then put it under /usr/lib/jvm or name its folder in KEYRITE_JDK."
  exit 2
}
