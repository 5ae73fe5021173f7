// @ts-check
// Completion for bash, zsh and fish, made from the commands themselves.

/** @typedef {import("commander").Command} Command */

export const SHELLS = ["bash", "zsh", "fish"];

/** @param {Command} command */
const optionsOf = (command) =>
  command
    .createHelp()
    .visibleOptions(command)
    .map(({ long, description, argChoices, required }) => ({
      flag: long ?? "",
      description,
      choices: argChoices ?? [],
      takesValue: required,
    }));

/** @param {Command} program */
function described(program) {
  const general = optionsOf(program).filter(({ flag }) => flag !== "--version");
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    choices: [
      ...command.commands.map((each) => each.name()),
      ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
    ],
    options: [...optionsOf(command), ...general.filter(({ flag }) => flag !== "--help")],
  }));
}

/** @typedef {ReturnType<typeof described>} Described */

/** @param {string} text in single quotes, for any of the shells */
const quoted = (text) => `'${text.replaceAll("'", "’")}'`;

/** @param {Described} commands */
const bash = (commands) => `# Completion of wavix-trunks for bash: put it into ~/.bash_completion, or source it.
_wavix_trunks() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" each
  for each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$each" in -*) ;; *) command="$each"; break ;; esac
  done
  COMPREPLY=()
  case "$command $before" in
${commands
  .flatMap(({ name, options }) =>
    options
      .filter(({ choices }) => choices.length > 0)
      .map(
        ({ flag, choices }) =>
          `    "${name} ${flag}") COMPREPLY=($(compgen -W "${choices.join(" ")}" -- "$word")); return ;;`,
      ),
  )
  .join("\n")}
  esac
  case "$command" in
    "") COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")}" -- "$word")) ;;
${commands
  .map(({ name, options, choices }) => {
    const words = (choices.length > 0 ? choices : options.map(({ flag }) => flag)).join(" ");
    return `    ${name}) COMPREPLY=($(compgen -W "${words}" -- "$word")) ;;`;
  })
  .join("\n")}
  esac
}
complete -o default -F _wavix_trunks wavix-trunks
`;

/** @param {Described} commands */
const zsh = (commands) => `#compdef wavix-trunks
# Completion of wavix-trunks for zsh: put it as _wavix-trunks into a folder of $fpath.
_wavix_trunks() {
  local -a commands
  commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`).join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$words[2]" in
${commands
  .map(({ name, options, choices }) => {
    const specs = options.map(({ flag, description, choices: values, takesValue }) => {
      const value = values.length > 0 ? `:value:(${values.join(" ")})` : takesValue ? ":value:_files" : "";
      return quoted(`${flag}[${description.replace(/[[\]:]/g, " ")}]${value}`);
    });
    specs.push(quoted(choices.length > 0 ? `*:value:(${choices.join(" ")})` : "*:file:_files"));
    return `    ${name}) _arguments ${specs.join(" ")} ;;`;
  })
  .join("\n")}
  esac
}
compdef _wavix_trunks wavix-trunks
`;

/** @param {Described} commands */
const fish = (
  commands,
) => `# Completion of wavix-trunks for fish: put it into ~/.config/fish/completions/wavix-trunks.fish
${commands
  .flatMap(({ name, description, options, choices }) => [
    `complete -c wavix-trunks -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
    ...options.map(({ flag, description: about, choices: values, takesValue }) => {
      const value = values.length > 0 ? ` -x -a ${quoted(values.join(" "))}` : takesValue ? " -r" : "";
      return `complete -c wavix-trunks -n ${quoted(`__fish_seen_subcommand_from ${name}`)} -l ${flag.slice(2)} -d ${quoted(about)}${value}`;
    }),
    ...(choices.length > 0
      ? [
          `complete -c wavix-trunks -n ${quoted(`__fish_seen_subcommand_from ${name}`)} -x -a ${quoted(choices.join(" "))}`,
        ]
      : []),
  ])
  .join("\n")}
`;

/** @type {Record<string, (commands: Described) => string>} */
const WRITERS = { bash, zsh, fish };

/**
 * @param {string} shell
 * @param {Command} program
 */
export function completion(shell, program) {
  process.stdout.write(WRITERS[shell]?.(described(program)) ?? "");
}
