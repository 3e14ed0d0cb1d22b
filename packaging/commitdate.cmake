# SPDX-License-Identifier: GPL-3.0-or-later
# Every date in what we ship is that of the last commit, unless SOURCE_DATE_EPOCH says another.
# Needs source_folder.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
    execute_process(COMMAND git log -1 --format=%ct
        WORKING_DIRECTORY "${source_folder}" OUTPUT_VARIABLE commit_time
        OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(commit_time)
        set(ENV{SOURCE_DATE_EPOCH} ${commit_time})
    endif()
endif()
