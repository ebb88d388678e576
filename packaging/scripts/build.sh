# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts at the root: builds with Maven, and only when something changed.
#
# .build/classpath  what the program runs with, one entry a line; ours are relative to the root
# .build/stamp      as old as the start of the build that made it
# .build/lib/       our own jars, copied so that a later build does not change a program that runs
# .build/fonts/     the fonts of all jars, as files: JavaFX copies one in a jar to /tmp

# maven ARGUMENT...: without the network when it can; all it says goes to .build/build.log.
maven() {
  need 'to build' mvn=maven
  mkdir -p "$root/.build"
  quiet_maven -o "$@" && return
  grep -q -i 'offline' "$root/.build/build.log" || return 1
  quiet_maven "$@"
}

quiet_maven() {
  (umask 022 && cd "$root" && JAVA_HOME=$jdk mvn -B -ntp -q -Dstyle.color=never "$@") >"$root/.build/build.log" 2>&1 </dev/null
}

# What identifies the sources of this build; nothing where there is no git.
build_commit() {
  local commit
  commit=$(git -C "$root" rev-parse --short=12 HEAD 2>/dev/null) || return 0
  [ -z "$(git -C "$root" status --porcelain 2>/dev/null)" ] || commit="$commit+changes"
  printf '%s' "$commit"
}

# Sets class_path when every entry is there.
read_class_path() {
  local entry
  class_path=''
  [ -r "$root/.build/classpath" ] || return 1
  while IFS= read -r entry; do
    case $entry in
      /*) ;;
      *) entry=$root/$entry ;;
    esac
    [ -f "$entry" ] || return 1
    class_path=${class_path:+$class_path:}$entry
  done <"$root/.build/classpath"
}

# Folders are compared too, so a file that was deleted counts.
sources_changed() {
  [ -f "$root/.build/stamp" ] || return 0
  [ -n "$(find "$root"/pom.xml "$root"/.mvn "$root"/*/pom.xml "$root"/*/src/main "$root/docs/guide" \
    -newer "$root/.build/stamp" 2>/dev/null | head -n 1)" ]
}

# Sets class_path, after a build where one is needed.
ensure_built() {
  if ! sources_changed && read_class_path; then
    return
  fi
  say 'Building Keyrite, this takes a minute …'
  mkdir -p "$root/.build"
  : >"$root/.build/stamp.new"
  # Jars keep the modes of files: these are to be the same, whoever checked the sources out.
  find "$root"/*/src/main "$root"/*/pom.xml "$root/docs/guide" ! -perm -004 -exec chmod go+rX {} + 2>/dev/null
  if ! maven -Dmaven.test.skip=true -Dspotless.check.skip=true \
    "-Dkeyrite.commit=$(build_commit)" package; then
    grep '^\[ERROR\]' "$root/.build/build.log" | head -n 8 >&2
    say 'Keyrite could not be built; all that Maven said is in .build/build.log.'
    exit 2
  fi
  keep_jars && keep_fonts && mv "$root/.build/stamp.new" "$root/.build/stamp" && read_class_path && return
  say 'Keyrite was built, but its jars and fonts could not be copied to .build; is the disk full?'
  exit 2
}

# Own jars first: they are open from the start, whatever a later build does to their names.
keep_jars() {
  local list entry name
  list=$root/.build/classpath.new
  mkdir -p "$root/.build/lib" && : >"$list" || return 1
  {
    printf '%s\n' "$root"/app/target/app-*.jar
    tr ':' '\n' <"$root/app/target/classpath" && echo
  } | while IFS= read -r entry; do
    case $entry in
      '') continue ;;
      "$root"/*)
        name=.build/lib/${entry##*/}
        cp "$entry" "$root/$name.new" && mv "$root/$name.new" "$root/$name" || exit 1
        ;;
      *) name=$entry ;;
    esac
    printf '%s\n' "$name" >>"$list"
  done && mv "$list" "$root/.build/classpath"
}

# The fonts of the window: ours, and those of its icons.
keep_fonts() {
  local folder=$root/.build/fonts jar
  rm -rf "$folder.new" && mkdir -p "$folder.new" || return 1
  grep -E '/(wizards|ikonli-[a-z0-9-]+)-[0-9.]+\.jar$' "$root/.build/classpath" |
    while IFS= read -r jar; do
      case $jar in /*) ;; *) jar=$root/$jar ;; esac
      (cd "$folder.new" &&
        "$jdk/bin/jar" --extract --file "$jar" org/keyrite/wizards/fonts META-INF/resources) || exit 1
    done &&
    find "$folder.new" -name '*.ttf' -exec mv {} "$folder.new" \; &&
    rm -rf "$folder.new/org" "$folder.new/META-INF" "$folder" && mv "$folder.new" "$folder"
}
