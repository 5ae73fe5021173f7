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
  /**
   * @param {Command} command
   * @param {string} before the names that lead to it
   * @returns {Described[]} it, and the commands below it
   */
  const all = (command, before) => {
    const path = `${before} ${command.name()}`.trim();
    const below = command.commands.map((each) => ({ name: each.name(), description: each.description() }));
    const choices = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
    const options = [...optionsOf(command), ...general.filter(({ flag }) => flag !== "--help")];
    return [{ path, below, choices, options }, ...command.commands.flatMap((each) => all(each, path))];
  };
  const below = program.commands.map((each) => ({ name: each.name(), description: each.description() }));
  return [{ path: "", below, choices: [], options: general }, ...program.commands.flatMap((each) => all(each, ""))];
}

/**
 * @typedef {object} Described
 * @property {string} path its name, behind the names that lead to it; empty for the program
 * @property {{ name: string, description: string }[]} below
 * @property {string[]} choices of its arguments
 * @property {ReturnType<typeof optionsOf>} options
 */

/** @param {string} text in single quotes, for any of the shells */
const quoted = (text) => `'${text.replaceAll("'", "’")}'`;

/** @param {Described[]} commands */
const paths = (commands) => commands.flatMap(({ path }) => (path ? [quoted(path)] : [])).join("|");

/**
 * Options behind which a value stands, which is not the name of a command.
 *
 * @param {Described[]} commands
 */
const valued = (commands) => {
  const flags = commands.flatMap(({ options }) => options.filter(({ takesValue }) => takesValue));
  return [...new Set(flags.map(({ flag }) => flag))].join("|");
};

/**
 * The choices of each option that has some; where several commands have it, they are the same.
 *
 * @param {Described[]} commands
 */
const chosen = (commands) =>
  new Map(
    commands.flatMap(({ options }) =>
      options.flatMap(({ flag, choices }) => (choices.length > 0 ? [[flag, choices]] : [])),
    ),
  );

/** @param {Described[]} commands */
const bash = (commands) => `# Completion of wavix-trunks for bash: put it into ~/.bash_completion, or source it.
_wavix_trunks() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" skip="" each
  for each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [ -n "$skip" ]; then skip=""; continue; fi
    case "$each" in ${valued(commands)}) skip=1; continue ;; esac
    case "\${command:+$command }$each" in ${paths(commands)}) command="\${command:+$command }$each" ;; esac
  done
  COMPREPLY=()
  if [ -n "$skip" ]; then
    case "$before" in
${[...chosen(commands)]
  .map(([flag, choices]) => `      ${flag}) COMPREPLY=($(compgen -W "${choices.join(" ")}" -- "$word")) ;;`)
  .join("\n")}
    esac
    return
  fi
  case "$command:$word" in
${commands
  .flatMap(({ path, options, below, choices }) => {
    const names = [...below.map(({ name }) => name), ...choices];
    const flags = options.map(({ flag }) => flag);
    const words = (/** @type {string[]} */ list) => `COMPREPLY=($(compgen -W "${list.join(" ")}" -- "$word")) ;;`;
    return names.length > 0
      ? [`    "${path}":-*) ${words(flags)}`, `    "${path}":*) ${words(names)}`]
      : [`    "${path}":*) ${words(flags)}`];
  })
  .join("\n")}
  esac
}
complete -o default -F _wavix_trunks wavix-trunks
`;

/** @param {Described[]} commands */
const zsh = (commands) => `#compdef wavix-trunks
# Completion of wavix-trunks for zsh: put it as _wavix-trunks into a folder of $fpath.
_wavix_trunks() {
  local command="" skip="" each
  local -a below
  for each in "\${(@)words[2,CURRENT-1]}"; do
    if [[ -n "$skip" ]]; then skip=""; continue; fi
    case "$each" in ${valued(commands)}) skip=1; continue ;; esac
    case "\${command:+$command }$each" in ${paths(commands)}) command="\${command:+$command }$each" ;; esac
  done
  case "$command" in
${commands
  .map(({ path, options, below, choices }) => {
    const specs = options.map(({ flag, description, choices: values, takesValue }) => {
      const value = values.length > 0 ? `:value:(${values.join(" ")})` : takesValue ? ":value:_files" : "";
      return quoted(`${flag}[${description.replace(/[[\]:]/g, " ")}]${value}`);
    });
    specs.push(quoted(choices.length > 0 ? `*:value:(${choices.join(" ")})` : "*:file:_files"));
    const names = below.map(({ name, description }) => quoted(`${name}:${description}`));
    const commandsBelow = `      below=(${names.join(" ")})
      if [[ -z "$skip" && "$words[CURRENT]" != -* ]]; then _describe command below; return; fi\n`;
    return `    "${path}")\n${below.length > 0 ? commandsBelow : ""}      _arguments ${specs.join(" ")} ;;`;
  })
  .join("\n")}
  esac
}
compdef _wavix_trunks wavix-trunks
`;

/**
 * When fish is to offer what belongs to a command: its names stand there, and none of those below it or beside it.
 *
 * @param {Described[]} commands
 * @param {Described} command
 */
function where(commands, { path, below }) {
  const seen = (/** @type {string[]} */ names) => `__fish_seen_subcommand_from ${names.join(" ")}`;
  const names = path.split(" ").filter(Boolean);
  const [top] = names;
  // A command of the program may have the name of one below another.
  const others = commands.flatMap((each) =>
    each.below.length > 0 && each.path && each.path !== top ? [each.path] : [],
  );
  const not = [...new Set([...below.map(({ name }) => name), ...others])];
  return quoted([...names.map((name) => seen([name])), ...(not.length > 0 ? [`not ${seen(not)}`] : [])].join("; and "));
}

/** @param {Described[]} commands */
const fish = (
  commands,
) => `# Completion of wavix-trunks for fish: put it into ~/.config/fish/completions/wavix-trunks.fish
${commands
  .flatMap((command) => {
    const line = (/** @type {string} */ rest) => `complete -c wavix-trunks -n ${where(commands, command)} ${rest}`;
    return [
      ...command.below.map(({ name, description }) => line(`-a ${name} -d ${quoted(description)}`)),
      ...command.options.map(({ flag, description, choices, takesValue }) => {
        const value = choices.length > 0 ? ` -x -a ${quoted(choices.join(" "))}` : takesValue ? " -r" : "";
        return line(`-l ${flag.slice(2)} -d ${quoted(description)}${value}`);
      }),
      ...(command.choices.length > 0 ? [line(`-x -a ${quoted(command.choices.join(" "))}`)] : []),
    ];
  })
  .join("\n")}
`;

/** @type {Record<string, (commands: Described[]) => string>} */
const WRITERS = { bash, zsh, fish };

/**
 * @param {string} shell
 * @param {Command} program
 */
export function completion(shell, program) {
  process.stdout.write(WRITERS[shell]?.(described(program)) ?? "");
}
