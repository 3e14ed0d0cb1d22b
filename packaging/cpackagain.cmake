# SPDX-License-Identifier: GPL-3.0-or-later
# CPack reads this when it has packed. Its folders and its outermost archive still tell under which umask:
# dpkg-deb packs them again.
foreach(package IN LISTS CPACK_PACKAGE_FILES)
    execute_process(COMMAND sh -e -c [[
umask 022
rm -rf "$2"
dpkg-deb --raw-extract "$1" "$2"
find "$2" -type d -exec chmod 755 {} +
dpkg-deb --root-owner-group -Zgzip --build "$2" "$1" >/dev/null
rm -rf "$2"
]] sh "${package}" "${CPACK_TOPLEVEL_DIRECTORY}/unpacked" COMMAND_ERROR_IS_FATAL ANY)
endforeach()
