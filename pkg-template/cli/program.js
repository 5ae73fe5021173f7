// @ts-check
// The commands, their options and their examples.

import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { pbxKinds, wavixGateways } from "wavix-trunks/pbx";
import { completion, SHELLS } from "./completion.js";
import { pbx } from "./connect.js";
import { withFields } from "./fields.js";
import * as numbers from "./numbers.js";
import { apply, exported, plan } from "./plans.js";
import { create, get, list, remove, update } from "./trunks.js";
import { validate } from "./validate.js";

/**
 * @param {number} least
 * @param {number} most
 */
const whole =
  (least, most = Number.MAX_SAFE_INTEGER) =>
  (/** @type {string} */ text) => {
    const number = Number(text);
    if (!/^[0-9]+$/.test(text) || number < least || number > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least}${most < 1e9 ? ` to ${most}` : ""}.`);
    }
    return number;
  };

const ID = "number of the trunk, as `list` shows it";

/**
 * @param {Command} command
 * @param {string} example
 */
const withExample = (command, example) => command.addHelpText("after", `\nExample:\n  $ ${example}`);

/** @param {Command} command */
const withPassword = (command) =>
  command
    .option("--password-stdin", "read the trunk's password from standard input, after the key if that comes from there")
    .addHelpText(
      "after",
      "\nThe trunk's password comes from WAVIX_TRUNK_PASSWORD or --password-stdin, never from an argument.",
    );

/** @param {Command} command */
const withNewPassword = (command) =>
  withPassword(command).option("--generate-password", "make a password that nobody can guess, and show it this once");

/** @param {Command} command */
const withPlanning = (command) =>
  command
    .argument("<file>", "wishes: { trunks: [] } as JSON, or rows as JSON, NDJSON or CSV")
    .option("--prune", "delete trunks that are not among the wishes")
    .option("--ask-again", "ask again for what Wavix approves by hand and has not granted")
    .addOption(concurrency());

const concurrency = () =>
  new Option("--concurrency <number>", "trunks worked on at the same time").argParser(whole(1, 100)).default(4);

/** @param {string} what becomes of it */
const ifRouted = (what) =>
  new Option("--if-routed <what>", `a trunk to which calls lead: ${what}`).choices(["refuse", "delete"]);

/**
 * What an action gets: its arguments, and all options as one object.
 *
 * @param {(...given: any[]) => Promise<void> | void} work
 */
const action =
  (work) =>
  /** @param {any[]} given */
  (...given) => {
    const command = /** @type {Command} */ (given.at(-1));
    return work(...given.slice(0, -2), command.optsWithGlobals());
  };

/** @param {Command} program */
function withNumbers(program) {
  const command = withExample(
    program.command("numbers").description("Phone numbers, and the trunks that calls to them lead to."),
    "wavix-trunks numbers list --search 1212",
  );
  const add = (/** @type {string} */ name, /** @type {string} */ description, /** @type {string} */ example) =>
    withExample(command.command(name).description(description), example);
  const NUMBER = "number of the phone number in calls, as `numbers list` shows it";
  const trunk = whole(1);

  add("list", "Show phone numbers and where calls to them go.", "wavix-trunks numbers list --search 1212")
    .option("--search <digits>", "only numbers that hold these digits")
    .action(action(numbers.list));
  add("get", "Show one phone number.", "wavix-trunks numbers get 1")
    .addArgument(new Argument("<id>", NUMBER).argParser(whole(1)))
    .action(action(numbers.get));
  add("route", "Send calls to phone numbers to a trunk.", "wavix-trunks numbers route 1 2 --trunk 3 --yes")
    .addArgument(new Argument("<ids...>", NUMBER).argParser(several(whole(1))))
    .addOption(new Option("--trunk <id>", ID).argParser(trunk).makeOptionMandatory())
    .addOption(new Option("--priority <number>", "from 1; the lowest is tried first").argParser(whole(1)))
    .option("--sms-relay-url <url>", "where messages to the numbers are sent")
    .action(action(numbers.route));
  add("routes", "Show the phone numbers whose calls lead to a trunk.", "wavix-trunks numbers routes 3")
    .addArgument(new Argument("<trunk>", ID).argParser(trunk))
    .action(action(numbers.routes));
}

/** The program, not yet run. */
export function programOf() {
  const program = new Command("wavix-trunks")
    .description("SIP trunks at Wavix, from the command line.")
    .version(VERSION)
    .option("--json", "print JSON")
    .option("--base-url <url>", "where the API is (WAVIX_BASE_URL)")
    .addOption(new Option("--auth <way>", "how the key travels").choices(["query", "bearer"]))
    .addOption(
      new Option("--numbers-api <calls>", "the calls on numbers of 2026, or those before").choices([
        "numbers",
        "mydids",
      ]),
    )
    .addOption(new Option("--timeout <seconds>", "how long one call may take").argParser(whole(1, 86_400)))
    .option("--key-stdin", "read the API key from standard input instead of WAVIX_API_KEY")
    .option("-y, --yes", "do not ask before a change")
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError()
    .showHelpAfterError("(add --help for what it takes)")
    .exitOverride()
    // Somebody's secret may stand in the wrong place: what was typed is not repeated.
    .configureOutput({
      outputError: (text, write) =>
        write(
          text.replace(/'(--[\w-]+)=[^']*'/g, "'$1'").replace(/(value|argument) '.*?' is invalid/gs, "$1 is invalid"),
        ),
    })
    .addHelpText(
      "after",
      "\nThe API key comes from WAVIX_API_KEY or --key-stdin, never from an argument.\n\n" +
        "Exit codes: 0 done, 1 error, 2 wrong usage, 3 settings have errors, 4 the plan has changes.\n\n" +
        "Example:\n  $ wavix-trunks list --json",
    );
  const add = (/** @type {string} */ name, /** @type {string} */ description, /** @type {string} */ example) =>
    withExample(program.command(name).description(description), example);
  const one = new Argument("<id>", ID).argParser(whole(1));

  add("list", "Show all trunks, or one page of them.", "wavix-trunks list --page 1 --per-page 50")
    .addOption(new Option("--page <number>", "only this page, from 1").argParser(whole(1)))
    .addOption(new Option("--per-page <number>", "trunks on a page (default: 25)").argParser(whole(1, 100)))
    .action(action(list));
  add("get", "Show one trunk.", "wavix-trunks get 1").addArgument(one).action(action(get));
  withFields(
    withNewPassword(
      add(
        "create",
        "Make a trunk.",
        'wavix-trunks create --label "Head office" --callerid 12121234567 --generate-password',
      ),
    ),
  ).action(action(create));
  withFields(
    withNewPassword(
      add(
        "update",
        "Change some settings of a trunk and keep the others.",
        "wavix-trunks update 1 --call-restrict --call-limit 1800 --dry-run",
      ),
    ),
  )
    .addArgument(one)
    .option("--dry-run", "show what would change, and change nothing")
    .action(action(update));
  add("delete", "Delete trunks for good.", "wavix-trunks delete 1 2 --yes")
    .addArgument(new Argument("<ids...>", ID).argParser(several(whole(1))))
    .addOption(ifRouted("refuse it, also when that cannot be known, or delete it all the same"))
    .action(action(remove));
  add("validate", "Judge files of trunks, without sending anything.", "wavix-trunks validate trunks.csv")
    .argument("<files...>", "JSON, NDJSON or CSV; - for standard input")
    .option("--strict", "warnings count as errors")
    .addOption(new Option("--format <format>", "how the files are written").choices(["json", "ndjson", "csv"]))
    .action(action(validate));
  withPlanning(
    add("plan", "Show what it takes to make the account as a file wishes it.", "wavix-trunks plan trunks.json --prune"),
  ).action(action(plan));
  withPassword(
    withPlanning(
      add(
        "apply",
        "Make the account as a file wishes it.",
        "wavix-trunks apply trunks.json --journal journal.ndjson --yes",
      ),
    ),
  )
    .option("--journal <file>", "write down what is done, and go on from there after a crash")
    .addOption(ifRouted("refuse to delete it, or delete it all the same"))
    .action(action(apply));
  add("export", "Write the account as wishes, without passwords.", "wavix-trunks export --out account.json")
    .option("--out <file>", "into this file instead of standard output")
    .addOption(concurrency())
    .action(action(exported));
  withPassword(
    add(
      "pbx",
      "Write the settings with which a PBX uses a trunk.",
      "wavix-trunks pbx 1 --kind asterisk --gateway nl.wavix.net --out settings",
    ),
  )
    .addArgument(one)
    .addOption(new Option("--kind <kind>", "for which system").choices([...pbxKinds]).makeOptionMandatory())
    .option("--gateway <host>", `the nearest of ${wavixGateways.join(", ")}`, wavixGateways[0])
    .option("--caller-id <number>", "the number that calls come from; the trunk's own if left out")
    .option("--out <folder>", "into files here that only you can read, instead of to standard output")
    .action(action(pbx));
  withNumbers(program);
  add(
    "completion",
    "Print what makes a shell complete these commands.",
    "wavix-trunks completion bash > wavix-trunks.bash",
  )
    .addArgument(new Argument("<shell>", "for which shell").choices(SHELLS))
    .action((shell) => completion(shell, program));
  return program;
}

/**
 * @param {(text: string) => number} read
 * @returns {(text: string, before: number[] | undefined) => number[]}
 */
const several = (read) => (text, before) => [...(before ?? []), read(text)];
