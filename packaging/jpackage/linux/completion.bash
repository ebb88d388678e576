# SPDX-License-Identifier: Apache-2.0
# Completion of the command keyrite in bash. A test compares it with what --help says.

_keyrite() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  local ceremonies='dkek-quorum dkek-shares device-setup dkek-import key-create key-certificate
    key-backup key-restore key-delete key-repair device-check pin-change key-domains group-signer
    device-enrol xkek-migrate'
  local common='--lang --language --help'
  local -A options=(
    [rehearse]='--out --threshold --custodians --bits --with --by-stick --keys'
    [ceremonies]=''
    [run]='--plan --out --practice --answers --unattended --printer --device'
    [resume]='--answers --unattended --printer --device'
    [inspect]='--json'
    [check-share]='--quorum --sheet --password-stdin --quorum-stdin --json'
    [verify]='--hash --json'
    [record]='--pdf --paper'
    [devices]='--json'
    [simulate]='--count --state --port'
  )
  local -A values=(
    [--lang]='en de'
    [--language]='en de'
    [--bits]='64 128'
    [--paper]='a4 letter'
  )
  # Bash cuts a word at an equals sign.
  [ "$word" = = ] && word=''
  [ "$before" = = ] && before=${COMP_WORDS[COMP_CWORD - 2]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "${!options[*]} $common --version" -- "$word")
    return
  fi
  case $before in
    --out) mapfile -t COMPREPLY < <(compgen -d -- "$word") && return ;;
    --printer)
      mapfile -t COMPREPLY < <(compgen -W "$(lpstat -e 2>/dev/null)" -- "$word") && return
      ;;
    *)
      if [ -n "${values[$before]:-}" ]; then
        mapfile -t COMPREPLY < <(compgen -W "${values[$before]}" -- "$word")
        return
      fi
      ;;
  esac
  case $command:$word in
    *:-*) mapfile -t COMPREPLY < <(compgen -W "${options[$command]:-} $common" -- "$word") ;;
    rehearse:* | run:*) mapfile -t COMPREPLY < <(compgen -W "$ceremonies" -- "$word") ;;
    resume:*) mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
    *) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
  esac
}

complete -o filenames -F _keyrite keyrite
