# The manual page and the completions of shells, printed by the program itself.
set(manual ${PROJECT_BINARY_DIR}/manual)
file(MAKE_DIRECTORY ${manual})
string(TIMESTAMP date "%Y-%m-%d" UTC)  # SOURCE_DATE_EPOCH decides it where that is set
add_custom_command(
  OUTPUT ${manual}/tonelint.1 ${manual}/tonelint.bash ${manual}/_tonelint ${manual}/tonelint.fish
  COMMAND tonelint_cli man --date ${date} > ${manual}/tonelint.1
  COMMAND tonelint_cli completions bash > ${manual}/tonelint.bash
  COMMAND tonelint_cli completions zsh > ${manual}/_tonelint
  COMMAND tonelint_cli completions fish > ${manual}/tonelint.fish
  DEPENDS tonelint_cli
  COMMENT "Printing the manual page and the completions")
add_custom_target(tonelint_manual ALL DEPENDS ${manual}/tonelint.1)
