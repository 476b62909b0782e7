# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the whole program off-screen: a picture is written, and nothing is left beside it.
set(picture ${FOLDER}/wall.png)
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER}/tmp)
set(ENV{TMPDIR} ${FOLDER}/tmp)

execute_process(COMMAND ${HEADROOM} --wall --screenshot ${picture} --size 1280x720 --after 1
  RESULT_VARIABLE code ERROR_VARIABLE errors)
if(NOT code EQUAL 0 OR NOT EXISTS ${picture})
  message(FATAL_ERROR "no picture (${code}): ${errors}")
endif()
file(READ ${picture} head LIMIT 24 HEX)
if(NOT head MATCHES "^89504e470d0a1a0a........4948445200000500000002d0$")
  message(FATAL_ERROR "not a PNG of 1280 x 720: ${head}")
endif()
file(GLOB left ${FOLDER}/tmp/*)
if(left)
  message(FATAL_ERROR "left behind: ${left}")
endif()

execute_process(COMMAND ${HEADROOM} --screenshot ${FOLDER}/missing/wall.png --after 0
  RESULT_VARIABLE code ERROR_VARIABLE errors)
if(code EQUAL 0 OR NOT errors MATCHES "cannot write .*missing/wall.png")
  message(FATAL_ERROR "a picture that cannot be written was not reported (${code}): ${errors}")
endif()
file(REMOVE_RECURSE ${FOLDER})
