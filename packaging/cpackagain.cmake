# SPDX-License-Identifier: GPL-3.0-or-later
# CPack reads this when it has packed: the outermost archive still tells the umask, so dpkg-deb packs it again.
foreach(package IN LISTS CPACK_PACKAGE_FILES)
    execute_process(COMMAND sh -e -c [[
umask 022
rm -rf "$2"
dpkg-deb --raw-extract "$1" "$2"
dpkg-deb --root-owner-group -Zgzip --build "$2" "$1" >/dev/null
rm -rf "$2"
]] sh "${package}" "${CPACK_TOPLEVEL_DIRECTORY}/unpacked" COMMAND_ERROR_IS_FATAL ANY)
endforeach()
