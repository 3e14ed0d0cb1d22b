# SPDX-License-Identifier: GPL-3.0-or-later
# `cmake --build --preset release --target package`: a .deb for the Debian it is built on.
set(CPACK_GENERATOR DEB)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "Emberline maintainers <maintainers@emberline.invalid>")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_POST_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/cpackagain.cmake)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_LIST_DIR}/cpackdate.cmake)
set(CPACK_EMBERLINE_SOURCE ${PROJECT_SOURCE_DIR})

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE ${EMBERLINE_HOMEPAGE})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop dashboard for Braze custom events")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Shows how often a custom event happened, hour by hour or day by day, for
several segments at once, in a chart and a sortable table, and compares it
with earlier periods.

Pictures for slides (PNG, SVG, PDF) and tables (CSV, XLSX) explain themselves;
\"emberline render\" writes them on a schedule, without a display. What was
loaded stays on the computer, and the API key in the system's keychain. A demo
with sample data is built in.")

# shlibdeps finds what is linked; these are loaded by name.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, libsecret-1-0, ca-certificates")
# Any keyring that speaks the Secret Service will do; without one a key is kept for the session only.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "fonts-noto-core, gnome-keyring | kwalletmanager, qt6-translations-l10n, qt6-wayland")
include(CPack)
