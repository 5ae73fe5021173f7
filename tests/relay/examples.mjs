// @ts-check
// The files of docs/relay/index.md, written into a project that has the package, and the servers that run them.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { install } from "../packaging/project.mjs";

const PAGE = new URL("../../docs/relay/index.md", import.meta.url);
const EXAMPLE = /^`(?<name>[^`]+\.(?:mjs|js|toml))`[^\n]*:[^`]*```[^\n]*\n(?<text>.*?)```/gms;

/** The examples by the names of their files. */
export const examples = new Map(
  [...readFileSync(PAGE, "utf8").matchAll(EXAMPLE)].map(({ groups: { name = "", text = "" } = {} }) => [name, text]),
);

const here = import.meta.dirname;
/** Runtimes, which another test has installed. */
export const runtimes = join(here, "../packaging/matrix/node_modules");

/**
 * A project with the examples in it, and beside the package the servers that they stand on.
 *
 * @param {(name: string, text: string) => string} [change]
 */
export function exampleProject(change = (_, text) => text) {
  const { folder } = install();
  for (const [name, text] of examples) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, change(name, text));
  }
  const ours = join(here, "node_modules");
  for (const name of readdirSync(ours).filter((name) => !name.startsWith("."))) {
    symlinkSync(join(ours, name), join(folder, "node_modules", name), "junction");
  }
  return folder;
}

/**
 * Runs a server and waits until it says where it listens.
 *
 * @param {import("node:test").TestContext} test
 * @param {string} folder
 * @param {string[]} command
 * @param {Record<string, string>} environment
 */
export async function startExample(test, folder, [program = "", ...options], environment) {
  const { NODE_TEST_CONTEXT: _, ...own } = process.env;
  const server = spawn(program, options, {
    cwd: folder,
    env: { ...own, ...environment, PORT: "0", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const streams = [server.stdout, server.stderr];
  for (const stream of streams) {
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  /**
   * Waits until the server has said something.
   *
   * @param {RegExp} pattern
   * @returns {Promise<RegExpMatchArray>}
   */
  const says = (pattern) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = said.match(pattern);
        if (found) resolve(found);
      };
      for (const stream of streams) stream.on("data", look);
      server.once("exit", (code) => reject(new Error(`${program} ended with ${code}: ${said}`)));
      look();
    });
  test.after(async () => {
    if (server.exitCode !== null) return;
    const ended = once(server, "exit");
    server.kill();
    await ended;
  });
  const [, port] = await says(/(?:listening on port |https?:\/\/[\w.[\]]+:)(\d+)/);
  return { url: `http://127.0.0.1:${port}`, says };
}
