// @ts-check
// What people meet: help whose examples work, questions, colours, completion.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startFaulty } from "../faults/control.mjs";
import { commandFor, file, folder, KEY, PASSWORD, program, run, trunk } from "./command.mjs";

/** @type {Awaited<ReturnType<typeof startFaulty>>} */
let sandbox;
before(async () => {
  sandbox = await startFaulty(KEY);
  for (const label of ["one", "two", "three"]) await sandbox.create(trunk(label));
  await sandbox.buy([{ number: "12125550101" }, { number: "12125550102" }]);
  file("trunks.json", { trunks: ["one", "two"].map((label) => trunk(label)) });
  file("trunks.csv", `label,password,callerid\none,"${PASSWORD}",12121234567\n`);
});
after(() => sandbox.stop());

/** In the order in which their examples are run: what deletes comes last. */
const COMMANDS = [
  "list",
  "numbers",
  "get",
  "create",
  "update",
  "validate",
  "plan",
  "apply",
  "export",
  "pbx",
  "completion",
  "delete",
];

test("the help names every command, and the example of each works", async () => {
  const help = await run(program, ["--help"]);
  const named = [...help.stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name).filter((name) => name !== "help");
  assert.deepEqual([help.code, named.sort()], [0, [...COMMANDS].sort()]);
  // Before "delete", which refuses a trunk to which calls lead; trunk 3 is not deleted.
  const parts = ["list", "get", "route", "routes"].map((part) => `numbers ${part}`);
  for (const command of [...COMMANDS, ...parts]) {
    const { stdout, code } = await run(program, [...command.split(" "), "--help"]);
    const example = stdout.match(/^Example:\n {2}\$ wavix-trunks (.*)$/m)?.[1];
    assert.ok(code === 0 && example, command);
    assert.match(stdout, /--base-url/, `${command} says what all commands take`);
    const env = { WAVIX_API_KEY: KEY, WAVIX_BASE_URL: sandbox.url, WAVIX_TRUNK_PASSWORD: PASSWORD, PROGRAM: program };
    const ran = await run("bash", ["-c", `"$PROGRAM" ${example}`], { env });
    assert.equal(ran.code, command === "plan" ? 4 : 0, `${example}: ${ran.stderr}`);
  }
});

/**
 * Runs wavix-trunks in a terminal.
 *
 * @param {string} command
 * @param {string | [RegExp, string]} input at once, or after what is printed
 * @param {Record<string, string>} [env]
 */
async function inTerminal(command, input, env = {}) {
  const given = { WAVIX_API_KEY: KEY, WAVIX_BASE_URL: sandbox.url, TERM: "xterm-256color", ...env };
  return await run("script", ["--quiet", "--return", "--command", `${program} ${command}`, "/dev/null"], {
    env: given,
    ...(typeof input === "string" ? { input } : { answer: input }),
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what colours a terminal
const COLOUR = /\u001b\[\d+m/;

test("a terminal gets colours, unless it asks for none, and nothing else does", async () => {
  assert.match((await inTerminal("list", "")).stdout, COLOUR);
  assert.doesNotMatch((await inTerminal("list", "", { NO_COLOR: "1" })).stdout, COLOUR);
  assert.doesNotMatch((await inTerminal("list", "", { TERM: "dumb" })).stdout, COLOUR);
  assert.doesNotMatch((await commandFor(sandbox.url)("list")).stdout, COLOUR);
});

test("somebody at a terminal is asked, and only a yes goes on", async () => {
  const { id } = await sandbox.create(trunk("asked about"));
  // The last two are Ctrl-C and Ctrl-D.
  for (const answer of ["n\n", "\n", "yellow\n", "\u0003", "\u0004"]) {
    const { stdout, code } = await inTerminal(`delete ${id}`, [/\[y\/N\] /, answer]);
    assert.match(stdout, /asked about.*Delete this trunk for good\? \[y\/N\].*\nNothing was done\.\r\n$/s);
    assert.equal(code, 1);
  }
  assert.equal((await sandbox.trunks()).filter(({ label }) => label === "asked about").length, 1);
  assert.equal((await inTerminal(`delete ${id}`, "y\n")).code, 0);
  assert.equal((await sandbox.trunks()).filter(({ label }) => label === "asked about").length, 0);
});

test("who is asked sees the plan, also when the results go elsewhere", async () => {
  const { id } = await sandbox.create(trunk("to be pruned"));
  const wishes = file("prune.json", { trunks: [trunk("one")] });
  for (const more of ["", "--json", "> plan.txt", "--json > plan.txt"]) {
    const { stdout, code } = await inTerminal(`apply ${wishes} --prune ${more}`, "n\n");
    assert.equal(code, 1, stdout);
    assert.equal(stdout.match(/delete to be pruned \(\d+\)/g)?.length, 1, stdout);
    assert.match(stdout, /delete to be pruned .* to delete, .*Do this\? \[y\/N\]/s);
  }
  assert.ok((await sandbox.trunks()).some((one) => one.id === id));
});

test("bash completes commands, options and choices", async () => {
  const script = (await run(program, ["completion", "bash"])).stdout;
  writeFileSync(join(folder, "completion.bash"), script);
  /** @param {string[]} words */
  const complete = async (...words) => {
    const line = `source completion.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _wavix_trunks; echo "\${COMPREPLY[*]}"`;
    const { stdout, stderr } = await run("bash", ["-c", line, "bash", "wavix-trunks", ...words]);
    assert.equal(stderr, "");
    return stdout.trim().split(" ");
  };
  assert.deepEqual(await complete("p"), ["plan", "pbx"]);
  assert.deepEqual(await complete("pbx", "1", "--kind", "a"), ["asterisk"]);
  assert.deepEqual(await complete("plan", "x.json", "--pr"), ["--prune"]);
  assert.deepEqual(await complete("completion", ""), ["bash", "zsh", "fish"]);
  assert.deepEqual(await complete("numbers", "rou"), ["route", "routes"]);
  assert.deepEqual(await complete("numbers", "list", "--s"), ["--search"]);
  assert.deepEqual(await complete("--auth", "bearer", "ex"), ["export"]);
  // A value that is the name of a command, and one that is not from a list.
  assert.deepEqual(await complete("numbers", "list", "--search", "get", "--s"), ["--search"]);
  assert.deepEqual(await complete("plan", "--concurrency", ""), [""]);
  assert.ok((await complete("create", "--call")).includes("--call-restrict"));
});

for (const shell of ["zsh", "fish"]) {
  test(`${shell} understands its completion`, async () => {
    const script = (await run(program, ["completion", shell])).stdout;
    const file = join(folder, `completion.${shell}`);
    writeFileSync(file, script);
    const { code, stderr } = await run(shell, ["-n", file]);
    assert.deepEqual([code, stderr], [0, ""]);
  });
}

test("zsh completes commands, options and choices", async () => {
  writeFileSync(join(folder, "_wavix-trunks"), (await run(program, ["completion", "zsh"])).stdout);
  // A shell at a terminal, in which a function says what came of the line.
  const begin = "autoload -Uz compinit; compinit -u -D; source ./_wavix-trunks";
  const script = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=''; ${begin}; wavix-trunks() { echo go''t \\"<\\$*>\\" }; echo rea''dy"
zpty -r shell out '*ready*'
zpty -w -n shell "$1"$'\\t\\n'
zpty -r shell out '*got <*>*'
print -r -- "$out"
`;
  const complete = async (/** @type {string} */ line) => {
    const { stdout } = await run("zsh", ["-f", "-c", script, "zsh", `wavix-trunks ${line}`]);
    return stdout.match(/got <(.*)>/)?.[1];
  };
  assert.equal(await complete("pl"), "plan");
  assert.equal(await complete("pbx 1 --kind ast"), "pbx 1 --kind asterisk");
  assert.equal(await complete("plan --pru"), "plan --prune");
  assert.equal(await complete("numbers rou"), "numbers route");
  assert.equal(await complete("numbers route 1 --tr"), "numbers route 1 --trunk");
  assert.equal(await complete("--auth bearer exp"), "--auth bearer export");
});

test("fish completes commands, options and choices", async () => {
  const script = (await run(program, ["completion", "fish"])).stdout;
  /** @param {string} line */
  const complete = async (line) => {
    const { stdout } = await run("fish", ["--no-config", "-c", `${script}\ncomplete -C '${line}'`]);
    return stdout.split("\n").map((found) => found.split("\t")[0]);
  };
  assert.ok((await complete("wavix-trunks pl")).includes("plan"));
  assert.ok((await complete("wavix-trunks pbx 1 --kind ast")).includes("asterisk"));
  assert.ok((await complete("wavix-trunks plan --pru")).includes("--prune"));
  assert.deepEqual((await complete("wavix-trunks numbers rou")).sort(), ["", "route", "routes"]);
  assert.deepEqual(await complete("wavix-trunks numbers list --sea"), ["--search", ""]);
  assert.deepEqual(await complete("wavix-trunks numbers list --pag"), [""]);
  assert.deepEqual((await complete("wavix-trunks list --pa")).sort(), ["", "--page"]);
});

test("who reads only the beginning of a long list is no error", async () => {
  const env = { WAVIX_API_KEY: KEY, WAVIX_BASE_URL: sandbox.url, PROGRAM: program };
  const line = 'set -o pipefail; "$PROGRAM" export | head -c 1 >/dev/null';
  const { stderr } = await run("bash", ["-c", line], { env });
  assert.equal(stderr, "");
});

test("who reads nothing of what is printed ends no work, and does not change how it ended", async () => {
  const env = { WAVIX_API_KEY: KEY, WAVIX_BASE_URL: sandbox.url };
  const code = async (/** @type {string[]} */ ...args) => (await run(program, args, { env, unread: true })).code;
  assert.equal(await code("validate", file("unread.csv", "label,password,callerid\na,b,c\n")), 3);
  const labels = Array.from({ length: 8 }, (_, at) => `unread ${at + 1}`);
  const apply = ["apply", file("unread.json", { trunks: labels.map((label) => trunk(label)) }), "--yes"];
  const before = await sandbox.count();
  await sandbox.order([{ method: "POST", after: 1, times: 7, fault: { status: { code: 422 } } }]);
  assert.equal(await code(...apply), 1);
  await sandbox.calm();
  assert.equal(await sandbox.count(), before + 1);
  assert.equal(await code(...apply), 0);
  assert.equal(await sandbox.count(), before + 8);
});
