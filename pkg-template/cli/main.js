#!/usr/bin/env node
// @ts-check
// The command line: `npx wavix-trunks`. Ends with 0 when done, 1 after an error, 2 when it was called wrongly, 3 when
// settings have errors, 4 when a plan has changes.

import { CommanderError } from "commander";
import { EXIT, told } from "./failure.js";
import { say } from "./print.js";
import { programOf } from "./program.js";

// Who reads only the beginning of what is printed has had enough, and what is under way goes on all the same: each write
// from then on fails like the first, and the exit code is that of the work.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (!("code" in error && error.code === "EPIPE")) throw error;
  });
}

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
