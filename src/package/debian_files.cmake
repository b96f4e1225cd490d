# Run by cpack for each component before it is packed: adds what Debian wants in every package.
# SOURCE_DATE_EPOCH decides all dates.

set(names tool tonelint milter tonelint-milter runtime ${CPACK_TONELINT_LIBRARY} development libtonelint-dev)
set(source ${CPACK_TONELINT_SOURCE})
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)

while(names)
  list(POP_FRONT names component package)
  set(root ${CPACK_TEMPORARY_DIRECTORY}/${component}/usr)
  if(NOT EXISTS ${root})
    continue()
  endif()
  set(doc ${root}/share/doc/${package})
  file(MAKE_DIRECTORY ${doc})
  file(REMOVE ${doc}/LICENSE ${doc}/CHANGELOG.md)
  configure_file(${source}/src/package/debian/copyright ${doc}/copyright COPYONLY)
  file(WRITE ${doc}/changelog.Debian
    "tonelint (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium\n\n"
    "  * See changelog.gz in this folder.\n\n"
    " -- ${CPACK_PACKAGE_CONTACT}  ${date}\n")
  configure_file(${source}/CHANGELOG.md ${doc}/changelog COPYONLY)
  set(packed ${doc}/changelog ${doc}/changelog.Debian)
  if(component STREQUAL "tool")
    list(APPEND packed ${root}/share/man/man1/tonelint.1)
  endif()
  execute_process(COMMAND gzip -9nf ${packed} COMMAND_ERROR_IS_FATAL ANY)
  # Neither the umask of who packs nor the mode of a checkout may show.
  file(GLOB_RECURSE files LIST_DIRECTORIES true ${root}/*)
  foreach(file IN LISTS files)
    if(IS_SYMLINK ${file})
      continue()
    elseif(IS_DIRECTORY ${file} OR file MATCHES "/(bin|libexec)/")
      file(CHMOD ${file} PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE
        GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
    else()
      file(CHMOD ${file} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
    endif()
    if(file MATCHES "\\.a$")
      execute_process(COMMAND strip --strip-debug --enable-deterministic-archives ${file}
        COMMAND_ERROR_IS_FATAL ANY)
    endif()
  endforeach()
endwhile()
