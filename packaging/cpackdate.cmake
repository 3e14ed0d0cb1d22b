# SPDX-License-Identifier: GPL-3.0-or-later
# CPack reads this before it packs.
set(source_folder "${CPACK_EMBERLINE_SOURCE}")
include("${CMAKE_CURRENT_LIST_DIR}/commitdate.cmake")
