# SPDX-License-Identifier: Apache-2.0
"""Runs a command on a pseudo-terminal, presses Enter at each question, and sends a signal at one.

usage: stopped.py SIGNAL QUESTION COMMAND [ARGUMENT ...]

INT is typed as Ctrl-C. Prints what the terminal shows, after the question preceded by a line
"asked", and ends as the command does; ends with 99 when the question never comes.
"""

import os
import pty
import re
import select
import signal
import sys

sign, question = sys.argv[1], sys.argv[2].encode()
pid, terminal = pty.fork()
if pid == 0:
    for each in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(each, signal.SIG_DFL)
    os.execvp(sys.argv[3], sys.argv[3:])

seen = b""
answered = 0
asked = False
while True:
    try:
        shown = os.read(terminal, 4096)
    except OSError:  # Linux says so when the other side has closed
        break
    if not shown:
        break
    os.write(1, shown)
    seen += shown
    if asked:
        continue
    if question in seen:
        asked = True
        os.write(1, b"\nasked\n")
        if sign == "INT":
            os.write(terminal, b"\x03")
        else:
            os.kill(pid, getattr(signal, "SIG" + sign))
    elif re.search(rb"[]:.?] $", seen) and len(seen) > answered:
        if not select.select([terminal], [], [], 0.2)[0]:
            answered = len(seen)
            os.write(terminal, b"\n")

_, status = os.waitpid(pid, 0)
sys.exit(os.waitstatus_to_exitcode(status) if asked else 99)
