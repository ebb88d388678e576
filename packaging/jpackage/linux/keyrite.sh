#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Starts Keyrite. What libraries of the system would keep in the home of the user from one start to
# the next, they keep nowhere: compiled shaders (Mesa, NVIDIA), and what a dialog was set to (GTK).
export MESA_SHADER_CACHE_DISABLE=true __GL_SHADER_DISK_CACHE=0 GSETTINGS_BACKEND=memory
exec /opt/keyrite/bin/keyrite "$@"
