#!/usr/bin/env node
// @ts-check
// The command line: `npx wavix-trunks`. Ends with 0 when done, 1 after an error, 2 when it was called wrongly, 3 when
// settings have errors, 4 when a plan has changes.

import { CommanderError } from "commander";
import { EXIT, told } from "./failure.js";
import { say } from "./print.js";
import { programOf } from "./program.js";

// Who reads only the beginning of what is printed has had enough.
process.stdout.on("error", (error) => {
  if ("code" in error && error.code === "EPIPE") process.exit(EXIT.done);
  throw error;
});

async function run() {
  try {
    await programOf().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // Its words are said already; help that somebody asked for is no mistake.
      process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
      return;
    }
    const { lines, code } = told(error);
    for (const line of lines) say(line);
    process.exitCode = code;
  }
}

run();
