# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts at the root before they start a JVM of ours.

# No core files, and no options from outside: they could bring a debugger or a heap dump back.
close_jvm() {
  ulimit -c 0
  local name
  for name in JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS; do
    if [ -n "${!name:-}" ]; then
      say "$name is set and is not used: Keyrite starts with its own options only."
    fi
    unset "$name"
  done
}
