# `cpack` in the build folder makes four Debian packages: the tool, the mail gateway, the shared library,
# and what it takes to build with them. tests/install/deb.sh makes, examines and tries them.

set(library libtonelint${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(version "${PROJECT_VERSION}-1")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tonelint)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each package has a line of its own
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The tonelint authors <tonelint@example.org>" CACHE STRING
  "Who answers for the Debian packages")
set(CPACK_PACKAGE_CONTACT "${CPACK_DEBIAN_PACKAGE_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL tool runtime development)
if(TARGET tonelint_milter)
  list(APPEND CPACK_COMPONENTS_ALL milter)
endif()
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian_files.cmake)
# For that script:
set(CPACK_TONELINT_SOURCE ${PROJECT_SOURCE_DIR})
set(CPACK_TONELINT_LIBRARY ${library})

set(about "tonelint checks the tone of customer-support replies before they are sent,
against a style guide: greeting, empathy, apology, blame, next step, length
and plain words. It shows the exact words, says why they matter to the
customer, and offers a better sentence.")

set(CPACK_DEBIAN_TOOL_PACKAGE_NAME tonelint)
set(CPACK_DEBIAN_TOOL_PACKAGE_SECTION text)
set(CPACK_DEBIAN_TOOL_DESCRIPTION "tone-and-empathy linter for customer-support replies
${about}")

set(CPACK_DEBIAN_MILTER_PACKAGE_NAME tonelint-milter)
set(CPACK_DEBIAN_MILTER_PACKAGE_SECTION mail)
set(CPACK_DEBIAN_MILTER_PACKAGE_DEPENDS "tonelint (= ${version})")
set(CPACK_DEBIAN_MILTER_DESCRIPTION "tone linter for customer-support replies (mail gateway)
${about}
.
This package holds the mail gateway, which checks replies on their way through
a mail server such as Postfix.")

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ${library})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/debian/triggers)
set(CPACK_DEBIAN_RUNTIME_DESCRIPTION "tone linter for customer-support replies (shared library)
${about}
.
This package holds the shared library.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libtonelint-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${library} (= ${version}), libicu-dev, libre2-dev, libyaml-cpp-dev, libmd4c-dev, libgumbo-dev")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "tone linter for customer-support replies (development files)
${about}
.
This package holds the headers for C++ and C, the static library, and what
CMake and pkg-config need to find them.")

include(CPack)
