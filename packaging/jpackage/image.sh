# SPDX-License-Identifier: Apache-2.0
# Sourced by build: the image, a folder with the program and its own runtime.

# The value of <$1> in the parent POM.
property() {
  sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" "$root/pom.xml" | head -n 1
}

# The lines of file $1 that say something.
lines_of() {
  sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' "$1"
}

make_image() {
  say 'Linking the runtime …'
  link_runtime
  say 'Making the image …'
  gather_jars
  run_jpackage
  # Symbols serve crash reports only, which are never written.
  [ "$(platform)" != linux ] ||
    find "$image" -name '*.so' -exec chmod u+w {} + -exec strip --strip-unneeded {} +
  say 'Writing the archive that makes it start fast …'
  age "$image"
  archive_classes
  rm -rf "$runtime/bin"
  write_manifest
  age "$image"
}

# JavaFX comes as jars that unpack their libraries when they start; as modules of the runtime they
# have them in its lib folder.
make_jmods() {
  local jar name
  while IFS= read -r jar; do
    name=${jar##*/javafx-}
    name=javafx.${name%%-*}
    mkdir -p "$work/fx/$name/classes" "$work/fx/$name/libs"
    (cd "$work/fx/$name/classes" && "$jdk/bin/jar" --extract --file "$jar")
    find "$work/fx/$name/classes" -maxdepth 1 -type f \
      \( -name '*.so' -o -name '*.dylib' -o -name '*.dll' \) -exec mv {} "$work/fx/$name/libs" \;
    rm -rf "$work/fx/$name/classes/META-INF"
    "$jdk/bin/jmod" create --class-path "$work/fx/$name/classes" --libs "$work/fx/$name/libs" \
      --module-version "$(property javafx.version)" \
      --date "$(property project.build.outputTimestamp)" "$work/jmods/$name.jmod"
  done < <(platform_jars)
}

# The jars of JavaFX that hold classes: each has an empty twin without a platform in its name.
platform_jars() {
  tr ':' '\n' <<<"$class_path" | grep -E "/javafx-[a-z]+-$(property javafx.version)-[^/]+\.jar$"
}

link_runtime() {
  mkdir -p "$work/jmods"
  make_jmods
  "$jdk/bin/jlink" --module-path "$work/jmods" --output "$work/runtime" \
    --add-modules "$(lines_of "$here/modules" | paste -s -d ,)" \
    --strip-java-debug-attributes --no-header-files --no-man-pages \
    "--compress=zip-6:filter=$(lines_of "$here/seldom" | paste -s -d ,)" \
    --include-locales "$(spoken_locales)"
  name_providers
}

# The JDK asks every provider on the class path for those of its list that are not linked in, and
# Bouncy Castle's alone takes hundreds of classes: only those that are there stay in the list.
name_providers() {
  local file=$work/runtime/conf/security/java.security number=0 provider
  sed -i '/^security\.provider\.[0-9]*=/d' "$file"
  for provider in SUN SunRsaSign SunEC SunJSSE SunJCE; do
    number=$((number + 1))
    echo "security.provider.$number=$provider" >>"$file"
  done
}

# The languages of the program, as jlink takes them.
spoken_locales() {
  local folder
  for folder in "$root"/i18n/src/main/resources/org/keyrite/i18n/*/; do
    basename "$folder"
  done | paste -s -d ,
}

# Our jars and those of others, without JavaFX, which is in the runtime.
gather_jars() {
  mkdir -p "$work/jars"
  tr ':' '\n' <<<"$class_path" | grep -v '/javafx-' | while IFS= read -r jar; do
    # Readable for everybody, whoever built them.
    install -m 644 "$jar" "$work/jars/"
  done
  # Found beside the jars, JNA's library is loaded from there and not unpacked to a folder for
  # temporary files, from which nothing may be executed on a careful machine.
  (cd "$work/jars" && "$jdk/bin/jar" --extract --file jna-*.jar "$(jna_library)" &&
    mv "$(jna_library)" . && rm -r com)
  install -D -m 644 -t "$work/jars/fonts" "$root"/.build/fonts/*.ttf
}

# Where the jar of JNA has its library for this system.
jna_library() {
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) echo com/sun/jna/linux-x86-64/libjnidispatch.so ;;
    Linux-aarch64) echo com/sun/jna/linux-aarch64/libjnidispatch.so ;;
    Darwin-x86_64) echo com/sun/jna/darwin-x86-64/libjnidispatch.jnilib ;;
    Darwin-arm64) echo com/sun/jna/darwin-aarch64/libjnidispatch.jnilib ;;
    *) echo com/sun/jna/win32-x86-64/jnidispatch.dll ;;
  esac
}

# Sets image, its app folder and its runtime.
run_jpackage() {
  local option options=()
  while IFS= read -r option; do
    options+=(--java-options "$option")
  done < <(lines_of "$root/packaging/jvm.options" && lines_of "$root/packaging/start.options")
  (cd "$root" && "$jdk/bin/jpackage" "@$here/common.args" "@$here/$(platform).args" \
    --app-version "$(property version)" --main-jar "app-$(property version).jar" \
    --input "$work/jars" --runtime-image "$work/runtime" --dest "$work/image" "${options[@]}")
  image=$(echo "$work"/image/keyrite*)
  app=$image/lib/app
  runtime=$image/lib/runtime
  [ "$(platform)" != macos ] || {
    app=$image/Contents/app
    runtime=$image/Contents/runtime/Contents/Home
  }
  [ "$(platform)" != windows ] || {
    app=$image/app
    runtime=$image/runtime
  }
}

platform() {
  case $(uname -s) in
    Linux) echo linux ;;
    Darwin) echo macos ;;
    *) echo windows ;;
  esac
}

# Gives everything under $1 the same age.
age() {
  find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# The archive keeps the path at which it was made, whatever the program is installed to later: so
# every build makes it at the same one, which claim_place gave to this build alone.
archive_classes() {
  local jars made=$image
  mkdir -m 700 "$place"
  mv "$made" "$place/keyrite"
  image=$place/keyrite app=$place/keyrite/${app#"$made"/} runtime=$place/keyrite/${runtime#"$made"/}
  # The launcher's order is the one that counts.
  jars=$(sed -n "s:^app\.\(mainjar\|classpath\)=\$APPDIR/:$app/:p" "$app/keyrite.cfg" | paste -s -d :)
  write_archive "$runtime/bin/java" "$jars" "$app/keyrite.jsa" \
    --enable-native-access=javafx.graphics >"$work/archive.log" 2>&1 || {
    tail -n 5 "$work/archive.log" >&2
    say 'The archive of classes could not be written.'
    exit 2
  }
  mv "$image" "$made" && rmdir "$place"
  app=$made/${app#"$image"/} runtime=$made/${runtime#"$image"/} image=$made
}

# Gives the place of the archive to this build until it ends, in whatever way. What a build left that
# was killed is taken away; one that is still at work is not disturbed.
claim_place() {
  local holder
  place=/tmp/keyrite-package
  if ! take_place; then
    holder=$(cat "$place.builder" 2>/dev/null)
    if [ -z "$holder" ] || ps -p "$holder" >/dev/null 2>&1 || ! rm -f "$place.builder" || ! take_place; then
      say "Another build of the package is at work, process ${holder:-unknown}: it has $place."
      exit 2
    fi
  fi
  trap 'rm -rf "$place" "$place.builder"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  rm -rf "$place"
}

# Writes the number of this process into a file that must not be there yet.
take_place() {
  (set -C && echo $$ >"$place.builder") 2>/dev/null
}

# What is installed and its hashes: with this list the program looks itself over, and its own hash
# is the one that is compared when the program was installed.
write_manifest() {
  (cd "$image" && find . -type f ! -path "./${app#"$image"/}/SHA256SUMS" -printf '%P\n' | sort |
    xargs -d '\n' sha256sum --) >"$app/SHA256SUMS"
  sha256sum <"$app/SHA256SUMS" | cut -d ' ' -f 1 >"$out/INSTALLED-SHA256"
  words_of "$(cat "$out/INSTALLED-SHA256")" >"$out/INSTALLED-WORDS"
}

# The hash $1 in words, as the program says them.
words_of() {
  fold -w 2 <<<"$1" | awk 'NR == FNR { even[tolower($1)] = $2; odd[tolower($1)] = $3; next }
    { printf "%s%s", FNR % 2 ? even[$1] : odd[$1], FNR % 8 ? " " : "\n" }' \
    "$root/hsm-core/src/main/resources/org/keyrite/core/bytes/pgp-words.txt" -
}
