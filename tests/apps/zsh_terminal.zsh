# Types a line into an interactive zsh, asks for its completions, and prints them one a line. Needs
# the folder of the completion function, which is where it is run.
zmodload zsh/zpty
zpty shell zsh --no-rcs -i
# Once the prompt stands, the shell reads each key by itself; before, ^U would take back the line.
zpty -w shell "PS1='re''ady> ' PROMPT_EOL_MARK= fpath=(${(q)PWD} \$fpath); autoload -Uz compinit; compinit -u"
# What is added as a match is printed instead of shown.
zpty -w shell 'compadd() {
  local -a hits
  builtin compadd -O hits "$@"
  print -rl -- "match:"$^hits
  builtin compadd "$@"
}'
zpty -w shell 'bindkey "^I" complete-word; zstyle ":completion:*" verbose no; print be""gin'
zpty -r shell out '*begin*ready> *'
zpty -n -w shell "$1"$'\t'
zpty -n -w shell $'\x15print en""d\n'
zpty -r shell out '*end*'
print -r -- "$out" | tr -d '\r' | sed -n 's/^.*match://p' | sort -u
zpty -d shell
