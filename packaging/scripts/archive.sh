# SPDX-License-Identifier: Apache-2.0
# Sourced by keyrite, bench and packaging/jpackage/build: the classes of the first screen, as the JVM
# wants them in memory. It compares versions, sizes and ages, and starts without an archive that does
# not fit.

# write_archive JAVA CLASSPATH FILE OPTION...: options are those of the start that the archive must
# know of.
write_archive() {
  local java=$1 jars=$2 file=$3
  shift 3
  "$java" -Xshare:dump -XX:+UseSerialGC "$@" --enable-native-access=ALL-UNNAMED \
    -XX:SharedClassListFile="$root/packaging/jpackage/classes.list" \
    -XX:SharedArchiveFile="$file" -cp "$jars"
}

# Sets archive to the one of the program as it was built here; makes it when the jars are newer.
# Where none can be made an empty one takes its place, so that it is not tried at every start.
ensure_archive() {
  archive=$root/.build/keyrite.jsa
  [ -f "$archive" ] && [ ! "$root/.build/classpath" -nt "$archive" ] && return
  say 'Preparing a faster start …'
  rm -f "$archive.$$"
  write_archive "$jdk/bin/java" "$class_path" "$archive.$$" >"$root/.build/archive.log" 2>&1 &&
    [ -f "$archive.$$" ] || : >"$archive.$$"
  mv -f "$archive.$$" "$archive"
}
