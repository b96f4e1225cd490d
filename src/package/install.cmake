# What `cmake --install` puts where, in components: tool, milter (the mail gateway), runtime (the shared
# library) and development.

include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/tonelint)
set(generated ${PROJECT_BINARY_DIR}/package)

install(TARGETS tonelint_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT tool)
if(TARGET tonelint_serve)
  install(TARGETS tonelint_serve RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/tonelint
    COMPONENT tool)
endif()
if(TARGET tonelint_milter)
  install(TARGETS tonelint_milter RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/tonelint
    COMPONENT milter)
  install(FILES examples/helpdesks/mail/tonelint-milter.service
    DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/tonelint-milter/examples COMPONENT milter)
endif()
if(NOT CMAKE_CROSSCOMPILING)
  include(${CMAKE_CURRENT_LIST_DIR}/manual.cmake)
  set(share ${CMAKE_INSTALL_DATAROOTDIR})
  install(FILES ${manual}/tonelint.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT tool)
  install(FILES ${manual}/tonelint.bash DESTINATION ${share}/bash-completion/completions
    RENAME tonelint COMPONENT tool)
  install(FILES ${manual}/_tonelint DESTINATION ${share}/zsh/vendor-completions COMPONENT tool)
  install(FILES ${manual}/tonelint.fish DESTINATION ${share}/fish/vendor_completions.d COMPONENT tool)
endif()
install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT tool)
install(FILES rules/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME guide-language.md
  COMPONENT tool)

install(TARGETS tonelint EXPORT tonelint-static
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(EXPORT tonelint-static FILE tonelint-static-targets.cmake NAMESPACE tonelint::
  DESTINATION ${package_folder} COMPONENT development)
if(TARGET tonelint_shared)
  install(TARGETS tonelint_shared EXPORT tonelint-shared
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
    COMPONENT runtime NAMELINK_COMPONENT development)
  install(EXPORT tonelint-shared FILE tonelint-shared-targets.cmake NAMESPACE tonelint::
    DESTINATION ${package_folder} COMPONENT development)
endif()

install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/tonelint DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  COMPONENT development FILES_MATCHING PATTERN "*.hpp" PATTERN "*.h")

string(REPLACE ";" ", " TONELINT_PKG_CONFIG_MODULES "${TONELINT_NEEDS}")
string(REGEX REPLACE "(>?=)" " \\1 " TONELINT_PKG_CONFIG_MODULES "${TONELINT_PKG_CONFIG_MODULES}")
string(REPLACE ";" " " TONELINT_NEEDS "${TONELINT_NEEDS}")
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/tonelint-config.cmake.in
  ${generated}/tonelint-config.cmake INSTALL_DESTINATION ${package_folder})
# Before 1.0 a new minor version may ask for changes.
write_basic_package_version_file(${generated}/tonelint-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${generated}/tonelint-config.cmake ${generated}/tonelint-config-version.cmake
  DESTINATION ${package_folder} COMPONENT development)

# The folder may be moved, and installed anywhere: the file finds its prefix from where it stands.
set(pkgconfig_folder ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH prefix_from_pkgconfig /prefix/${pkgconfig_folder} /prefix)
string(REGEX REPLACE "/$" "" prefix_from_pkgconfig "${prefix_from_pkgconfig}")
configure_file(${CMAKE_CURRENT_LIST_DIR}/tonelint.pc.in ${generated}/tonelint.pc @ONLY)
install(FILES ${generated}/tonelint.pc DESTINATION ${pkgconfig_folder} COMPONENT development)

include(${CMAKE_CURRENT_LIST_DIR}/debian.cmake)
