# SPDX-License-Identifier: GPL-3.0-or-later
cmake_minimum_required(VERSION 3.25)

# Fails when an #include climbs the layer stack, app/ reaches for the screen, or a file grows past its limit.
# Usage: cmake -D ROOT=<source dir> -P checklayers.cmake
set(max_lines 400)

# layer -> layers it may include (besides itself)
set(allowed_app/core "")
set(allowed_app/series app/core)
set(allowed_app/query app/core app/series)
set(allowed_app/braze app/core app/series app/query)
set(allowed_app/history app/core app/series app/query)
set(allowed_app/load app/core app/series app/query app/braze app/history)
set(allowed_app/workspace app/core)
set(allowed_app/boards app/core app/series app/query)
set(allowed_app/models app/core app/series app/query)
set(allowed_app/export app/core app/series app/query app/boards app/models)
set(allowed_app/demo app/core)
set(allowed_ui app/core app/series app/query app/history app/load app/workspace app/boards app/models app/export)
set(allowed_ui_root ${allowed_ui} app/braze app/demo) # ui/main.cpp and ui/appcontext.* wire everything

# What only a window needs; app/ must not include it in any spelling.
set(screen_headers "QtWidgets|QtGui|QtCharts|QtPrintSupport|QtSvg|QApplication|QGuiApplication|QWidget|QDialog|QImage|QPixmap|QPainter|QColor|QFont|QIcon|QPen|QBrush|QChart|QClipboard")

set(problems "")
file(GLOB_RECURSE sources RELATIVE ${ROOT}
    ${ROOT}/app/*.h ${ROOT}/app/*.cpp ${ROOT}/ui/*.h ${ROOT}/ui/*.cpp ${ROOT}/tests/*.h ${ROOT}/tests/*.cpp)
foreach(source IN LISTS sources)
    file(READ ${ROOT}/${source} text)
    string(REGEX MATCHALL "\n" newlines "${text}") # not file(STRINGS): a lone [ would merge lines
    list(LENGTH newlines count)
    if(count GREATER max_lines)
        string(APPEND problems "${source}: ${count} lines, the limit is ${max_lines}\n")
    endif()
    if(source MATCHES "^tests/")
        continue() # may reach for any layer
    endif()

    string(REGEX MATCH "^(app/[a-z]+|ui)" layer ${source})
    if(NOT DEFINED allowed_${layer})
        string(APPEND problems "${source}: layer ${layer} is not declared in checklayers.cmake\n")
        continue()
    endif()
    set(allowed ${allowed_${layer}})
    if(source MATCHES "^ui/(main|appcontext)\\.")
        set(allowed ${allowed_ui_root})
    endif()

    file(STRINGS ${ROOT}/${source} includes REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS includes)
        if(line MATCHES "\"\\.\\./")
            string(APPEND problems "${source}: include by its path from the root (${line})\n")
        elseif(layer MATCHES "^app/" AND line MATCHES "[</\"](${screen_headers})[a-zA-Z]*(/[A-Za-z]+)?[>\"]")
            string(APPEND problems "${source}: app must not reach for the screen (${line})\n")
        elseif(line MATCHES "\"(app/[a-z]+|ui)/")
            set(target ${CMAKE_MATCH_1})
            if(NOT target STREQUAL layer AND NOT target IN_LIST allowed)
                string(APPEND problems "${source}: ${layer} must not include ${target} (${line})\n")
            endif()
        endif()
    endforeach()
endforeach()

if(problems)
    message(FATAL_ERROR "\n${problems}")
endif()
