// @ts-check
// A sandbox of the test's own: the real program on a free port, empty at first.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { told } from "./project.mjs";

/** @param {string[]} options more than where to listen */
export async function startSandbox(...options) {
  const sandbox = spawn(told("WAVIX_SANDBOX"), ["--listen", "127.0.0.1:0", ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface(sandbox.stdout);
  const line = await Promise.race([
    once(lines, "line").then(([line]) => String(line)),
    once(sandbox, "exit").then(([code]) => {
      throw new Error(`the sandbox ended with ${code} before it listened`);
    }),
  ]);
  const url = line.match(/^listening on (http:\S+)$/)?.[1];
  if (!url) throw new Error(`the sandbox said ${line}`);
  return {
    url,
    async stop() {
      const ended = once(sandbox, "exit");
      sandbox.kill();
      await ended;
    },
  };
}
