# SPDX-License-Identifier: Apache-2.0
# Sourced by build: the Debian package, without scripts that run when it is installed, so that it
# comes and goes without a trace. jpackage's own takes longer and names the libraries of this machine.

make_deb() {
  local tree=$work/tree version architecture package
  version=$(property version)
  architecture=$(dpkg --print-architecture)
  package=keyrite_${version}_$architecture.deb
  say 'Listing all parts …'
  list_parts
  say 'Making the package …'
  mkdir -p "$tree/DEBIAN" "$tree/opt" "$tree/usr/bin" "$tree/usr/share"
  cp -a "$image" "$tree/opt/keyrite"
  install -m 755 "$here/linux/keyrite.sh" "$tree/usr/bin/keyrite"
  install_desktop "$tree/usr/share"
  install_documents "$tree/usr/share"
  fill_in "$here/linux/control.in" >"$tree/DEBIAN/control"
  (cd "$tree" && find . -type f ! -path './DEBIAN/*' -printf '%P\n' | sort |
    xargs -d '\n' md5sum -- >DEBIAN/md5sums)
  find "$tree" -type d -exec chmod 755 {} +
  age "$tree"
  dpkg-deb --root-owner-group -Zxz --build "$tree" "$out/$package" >"$work/deb.log" 2>&1 || {
    cat "$work/deb.log" >&2
    say 'The package could not be built.'
    exit 2
  }
  say "$package: $(du -m "$out/$package" | cut -f 1) MB, installed $(du -sm "$tree/opt" | cut -f 1) MB."
}

# All libraries with their versions, hashes and licences, in the form of CycloneDX.
list_parts() {
  maven -Dkeyrite.commit="$(build_commit)" -Dspotless.check.skip=true \
    -DincludeTestScope=false -DschemaVersion=1.6 -DoutputFormat=json -DoutputName=sbom \
    -DoutputDirectory="$work" -Dcyclonedx.skipAttach=true \
    "org.cyclonedx:cyclonedx-maven-plugin:$(property cyclonedx.version):makeAggregateBom" || {
    tail -n 5 "$root/.build/build.log" >&2
    say 'The parts could not be listed.'
    exit 2
  }
  cp "$work/sbom.json" "$out/keyrite-$(property version).cdx.json"
}

install_desktop() {
  local share=$1 size
  install -D -m 644 -t "$share/applications" "$here/linux/org.keyrite.Keyrite.desktop"
  mkdir -p "$share/metainfo"
  fill_in "$here/linux/org.keyrite.Keyrite.metainfo.xml" \
    >"$share/metainfo/org.keyrite.Keyrite.metainfo.xml"
  for size in 16 24 32 48 64 128 256 512; do
    install -D -m 644 "$root/app/src/main/resources/org/keyrite/app/icon/$size.png" \
      "$share/icons/hicolor/${size}x$size/apps/org.keyrite.Keyrite.png"
  done
  install -D -m 644 "$here/icon/keyrite.svg" \
    "$share/icons/hicolor/scalable/apps/org.keyrite.Keyrite.svg"
  install -D -m 644 "$here/linux/completion.bash" "$share/bash-completion/completions/keyrite"
}

install_documents() {
  local share=$1 language folder
  install -D -m 644 -t "$share/doc/keyrite" "$here/linux/copyright" "$work/sbom.json"
  gzip -9 -n -c "$root/CHANGELOG.md" >"$share/doc/keyrite/changelog.gz"
  for language in en de; do
    folder=$share/man/man1
    [ "$language" = en ] || folder=$share/man/$language/man1
    mkdir -p "$folder"
    man_page "$language" | gzip -9 -n -c >"$folder/keyrite.1.gz"
  done
}

# The page of language $1; what a command does is told by the program itself.
man_page() {
  local line command
  while IFS= read -r line; do
    if [ "$line" != '.\" HELP' ]; then
      printf '%s\n' "$line"
      continue
    fi
    for command in $(commands); do
      printf '.SS keyrite %s\n.nf\n' "$command"
      "$image/bin/keyrite" "$command" --help --lang="$1" | sed -e 's/\\/\\e/g' -e "s/^\([.']\)/\\\\\&\1/" -e 's/-/\\-/g'
      printf '.fi\n'
    done
  done <"$here/linux/keyrite.$1.1"
}

# The commands, as the program lists them: two blanks, the name, blanks, what it does.
commands() {
  "$image/bin/keyrite" --help --lang=en | sed -n '/^Commands:/,$ s/^  \([a-z][a-z-]*\)  *.*/\1/p'
}

# Of all files; not what du says, which depends on the file system that the package is built on.
size_in_kilobytes() {
  find "$image" -type f -printf '%s\n' | awk '{ total += int(($1 + 1023) / 1024) } END { print total }'
}

# File $1 with the figures of this build.
fill_in() {
  sed -e "s/@VERSION@/$(property version)/" -e "s/@ARCHITECTURE@/$(dpkg --print-architecture)/" \
    -e "s/@SIZE@/$(size_in_kilobytes)/" -e "s/@DATE@/$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)/" "$1"
}
