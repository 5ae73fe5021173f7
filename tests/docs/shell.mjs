// @ts-check
// Commands on the pages: run by bash in the throw-away project. What they would fetch or build is there already.

import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { told } from "../packaging/project.mjs";
import { startSandbox } from "../packaging/sandbox.mjs";
import { folderOf, PROJECT, written } from "./project.mjs";

/** @typedef {import("./pages.mjs").Block} Block */

const run = promisify(execFile);

/** Programs that stand before those of the same name. */
const STAND_INS = {
  // The package comes from its tarball, and nothing from a registry.
  npm: `for word; do
  shift
  [ "$word" = wavix-trunks ] && word=$WAVIX_TARBALL
  set -- "$@" "$word"
done
exec npm --offline --no-audit --no-fund "$@"`,
  // What builds for minutes or runs until it is ended is asked for its help instead, which it gives only when it
  // understands the words before.
  cargo: `case "$*" in
"xtask "*) shift && exec "$WAVIX_XTASK" "$@" --help ;;
"run --release -p wavix-sandbox -- "*) shift 5 && exec "$WAVIX_SANDBOX" "$@" --help ;;
"run --release -p wavix-sandbox") exec "$WAVIX_SANDBOX" --help ;;
*) exec cargo help "$1" ;;
esac`,
};

const bin = join(PROJECT, "stand-ins");
mkdirSync(bin);
for (const [name, script] of Object.entries(STAND_INS)) {
  // The real one is further down the path.
  writeFileSync(join(bin, name), `#!/bin/sh\nPATH=$WAVIX_PATH\n${script}\n`);
  chmodSync(join(bin, name), 0o755);
}

/**
 * What the commands print. The first that fails ends them, and fails the block.
 *
 * @param {Block} block
 */
export async function runShell(block) {
  const sandbox = await startSandbox("--seed", "2");
  const script = written(block, `line-${block.line}.sh`, block.code.replaceAll("http://127.0.0.1:8787", sandbox.url));
  const env = {
    ...process.env,
    PATH: bin + delimiter + process.env.PATH,
    WAVIX_PATH: process.env.PATH,
    WAVIX_TARBALL: told("WAVIX_TARBALL"),
    WAVIX_SANDBOX: told("WAVIX_SANDBOX"),
    WAVIX_XTASK: told("WAVIX_XTASK"),
    NO_COLOR: "1",
    WAVIX_BASE_URL: sandbox.url,
    WAVIX_API_KEY: "sandbox-key",
  };
  try {
    const { stdout } = await run("bash", ["-euo", "pipefail", script], { cwd: folderOf(block), env });
    return stdout;
  } finally {
    await sandbox.stop();
  }
}
