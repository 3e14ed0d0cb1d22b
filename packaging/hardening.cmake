# SPDX-License-Identifier: GPL-3.0-or-later
# What we ship is built as Debian builds (the set of dpkg-buildflags), and equal wherever it is built.
if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug" AND UNIX AND NOT APPLE)
    target_compile_definitions(emberline_options INTERFACE _FORTIFY_SOURCE=2)
    target_compile_options(emberline_options INTERFACE
        -fstack-protector-strong -Wformat -Werror=format-security -Wdate-time
        -ffile-prefix-map=${PROJECT_SOURCE_DIR}=. -ffile-prefix-map=${PROJECT_BINARY_DIR}=build)
    target_link_options(emberline_options INTERFACE
        -Wl,-z,relro -Wl,-z,now
        $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-pie>)
    set_property(TARGET emberline_app emberline_ui emberline PROPERTY POSITION_INDEPENDENT_CODE ON)
endif()
