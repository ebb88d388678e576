# SPDX-License-Identifier: Apache-2.0
"""Runs a command on a pseudo-terminal and answers its questions.

usage: dialogue.py QUESTION ANSWER [QUESTION ANSWER ...] -- COMMAND [ARGUMENT ...]

Waits for each question in turn (any part of its text), types the answer and the enter key. Prints
what the terminal shows and ends as the command does; ends with 99 when a question never comes.
"""

import os
import pty
import sys

split = sys.argv.index("--")
talk = sys.argv[1:split]
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[split + 1], sys.argv[split + 1 :])

seen = b""
while True:
    try:
        shown = os.read(terminal, 4096)
    except OSError:  # Linux says so when the other side has closed
        break
    if not shown:
        break
    os.write(1, shown)
    seen += shown
    while talk and talk[0].encode() in seen:
        seen = seen[seen.index(talk[0].encode()) + len(talk[0].encode()) :]
        os.write(terminal, talk[1].encode() + b"\n")
        talk = talk[2:]

_, status = os.waitpid(pid, 0)
sys.exit(99 if talk else os.waitstatus_to_exitcode(status))
