# SPDX-License-Identifier: Apache-2.0
# Completion of the command keyrite in bash.

_keyrite() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  local commands='rehearse ceremonies run resume inspect check-share verify devices simulate'
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands --lang --help --version" -- "$word")
    return
  fi
  case $before in
    --lang | --language) mapfile -t COMPREPLY < <(compgen -W 'en de' -- "$word") ;;
    --out) mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
    --plan | --answers | --sheet | --state) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
    --bits) mapfile -t COMPREPLY < <(compgen -W '64 128' -- "$word") ;;
    rehearse | run)
      # A catalogue begins its lines with the name of a ceremony and a colon.
      mapfile -t COMPREPLY < <(
        compgen -W "$(keyrite ceremonies 2>/dev/null | sed -n 's/^\([a-z-]*\): .*/\1/p')" -- "$word"
      )
      ;;
    *)
      case $command in
        resume) mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
        *) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
      esac
      ;;
  esac
}

complete -o filenames -F _keyrite keyrite
