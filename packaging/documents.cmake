# SPDX-License-Identifier: GPL-3.0-or-later
# Runs when Emberline is installed: fills in version and date, and packs what Debian wants packed.
include("${CMAKE_CURRENT_LIST_DIR}/commitdate.cmake")
string(TIMESTAMP date "%Y-%m-%d" UTC)
string(TIMESTAMP long_date "%a, %d %b %Y %H:%M:%S +0000" UTC)
set(filled "$ENV{TMPDIR}")
if(NOT filled)
    set(filled /tmp)
endif()
string(RANDOM name)
string(APPEND filled /emberline-${name})

# put(FILE FOLDER NAME): the file with everything filled in; packed if NAME ends with .gz.
function(put file folder name)
    configure_file("${source_folder}/${file}" "${filled}/${name}" @ONLY)
    if(name MATCHES "\\.gz$")
        file(RENAME "${filled}/${name}" "${filled}/plain")
        execute_process(COMMAND gzip -9nc INPUT_FILE "${filled}/plain" OUTPUT_FILE "${filled}/${name}"
            COMMAND_ERROR_IS_FATAL ANY)
    endif()
    file(INSTALL "${filled}/${name}" DESTINATION "${CMAKE_INSTALL_PREFIX}/${folder}")
endfunction()

# Where it is not published it has no homepage, and no addresses of pictures.
set(published "")
if(homepage)
    configure_file("${source_folder}/packaging/desktop/published.xml" "${filled}/published.xml" @ONLY)
    file(READ "${filled}/published.xml" published)
endif()

put(packaging/man/emberline.1 ${data_folder}/man/man1 emberline.1.gz)
put(packaging/man/fr/emberline.1 ${data_folder}/man/fr/man1 emberline.1.gz)
put(packaging/desktop/${application_id}.metainfo.xml ${data_folder}/metainfo ${application_id}.metainfo.xml)
put(packaging/debian/copyright ${doc_folder} copyright)
put(packaging/debian/changelog ${doc_folder} changelog.gz)
put(CHANGELOG.md ${doc_folder} NEWS.gz)
file(REMOVE_RECURSE "${filled}")
