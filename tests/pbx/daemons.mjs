// @ts-check
// The real programs that the settings are for: Kamailio, also as the registrar in Wavix's place, and baresip.

import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { told } from "../packaging/project.mjs";

const HOST = "127.0.0.1";

/** The address of the PBX: the only one of the loopback that is private to the tests. */
export const LAN = "127.0.0.2";

/** Who waits for what never comes is ended here, and the daemons with it. */
export const HANG = { timeout: 60_000 };

/** A folder that is gone when the test file ends. */
export function folder() {
  const made = mkdtempSync(join(tmpdir(), "wavix-pbx-"));
  process.on("exit", () => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A port for UDP on which nobody listens. */
async function freePort() {
  const socket = createSocket("udp4").bind(0, HOST);
  await once(socket, "listening");
  const { port } = socket.address();
  await once(socket.close(), "close");
  return port;
}

/**
 * A program whose lines can be waited for. It ends with the test.
 *
 * @param {import("node:test").TestContext} test
 * @param {NodeJS.Signals} farewell
 * @param {string} program
 * @param {string[]} options
 */
function start(test, farewell, program, ...options) {
  const child = spawn(program, options, { stdio: ["ignore", "pipe", "pipe"] });
  /** @type {string[]} */
  const lines = [];
  const heard = () => child.emit("line");
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on("line", (line) => {
      lines.push(line);
      heard();
    });
  }
  let ended = false;
  child.on("exit", () => {
    ended = true;
    heard();
  });
  test.after(async () => {
    if (ended) return;
    const exit = once(child, "exit");
    child.kill(farewell);
    await exit;
  });
  return {
    lines,
    /** @param {() => unknown} holds what to wait for, asked after each line */
    async until(holds) {
      while (!holds()) {
        if (ended) throw new Error(`${program} ended:\n${lines.slice(-20).join("\n")}`);
        await once(child, "line");
      }
    },
  };
}

/**
 * What Kamailio says of a configuration: nothing to complain about, or it throws.
 *
 * @param {string} file
 */
export const checkKamailio = (file) =>
  execFileSync(told("KAMAILIO"), ["-c", "-f", file], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/**
 * Kamailio in the foreground, with a configuration on a free port.
 *
 * @param {import("node:test").TestContext} test
 * @param {(port: number, folder: string) => { name: string, text: string }[]} files the first is the configuration
 */
export async function startKamailio(test, files) {
  const port = await freePort();
  const home = folder();
  const written = files(port, home);
  for (const { name, text } of written) {
    mkdirSync(dirname(join(home, name)), { recursive: true });
    // By its control socket the test tells it what names resolve to.
    writeFileSync(
      join(home, name),
      text.replace(/^loadmodule/m, `loadmodule "ctl.so"\nmodparam("ctl", "binrpc", "unix:${home}/ctl")\nloadmodule`),
    );
  }
  const config = join(home, written[0]?.name ?? "");
  // -DD: the process that we started is the main one; -E: it says to us what it has to say.
  const daemon = start(
    test,
    "SIGTERM",
    told("KAMAILIO"),
    "-DD",
    "-E",
    "-f",
    config,
    "-Y",
    home,
    "-m",
    "64",
    "-M",
    "16",
  );
  return {
    ...daemon,
    port,
    gateway: `${HOST}:${port}`,
    /**
     * Puts a name among those that Kamailio has looked up.
     *
     * @param {string} name
     * @param {string} address
     */
    resolve: (name, address) =>
      execFileSync(join(dirname(told("KAMAILIO")), "kamcmd"), [
        ...["-s", `unix:${home}/ctl`],
        ...["dns.add_a", name, "600", address, "0"],
      ]),
  };
}

/**
 * Generated settings of Kamailio with the addresses and the folder of the test in the place of those of a PBX.
 *
 * @param {string} text
 * @param {number} port
 * @param {string} home
 */
export const kamailioHere = (text, port, home) =>
  text
    .replace("listen=udp:0.0.0.0:5060", `listen=udp:${HOST}:${port}`)
    .replace("!PUBLIC!127.0.0.1:5060!", `!PUBLIC!${HOST}:${port}!`)
    .replace("src_ip == 127.0.0.0/8", `src_ip == ${LAN}`)
    .replaceAll("/etc/kamailio/wavix", home);

/** @typedef {{ user: string, password: string }} Credentials */

/**
 * A registrar that knows these users, and says of each who it is: `registered USER`, `calling USER FROM TO`, and
 * `refused USER` for a digest that is not right. It knows hashes only, so that it has no quoting of its own to get wrong.
 *
 * @param {import("node:test").TestContext} test
 * @param {Credentials[]} users
 */
export async function startRegistrar(test, users) {
  const md5 = (/** @type {string} */ text) => createHash("md5").update(text).digest("hex");
  const known = users.map(({ user, password }) => `    $sht(ha1=>${user}) = "${md5(`${user}:${HOST}:${password}`)}";`);
  const registrar = await startKamailio(test, (port) => [
    {
      name: "registrar.cfg",
      text: `
listen=udp:${HOST}:${port}
children=1
loadmodule "tm.so"
loadmodule "sl.so"
loadmodule "pv.so"
loadmodule "xlog.so"
loadmodule "textops.so"
loadmodule "siputils.so"
loadmodule "usrloc.so"
loadmodule "registrar.so"
loadmodule "auth.so"
loadmodule "htable.so"
modparam("htable", "htable", "ha1=>size=10")

event_route[htable:mod-init] {
${known.join("\n")}
    xlog("L_ALERT", "ready\\n");
}

request_route {
    if (is_method("ACK")) exit;
    if (!pv_www_authenticate("${HOST}", "$sht(ha1=>$au)", "1")) {
        if ($au != $null) xlog("L_ALERT", "refused $au\\n");
        www_challenge("${HOST}", "1");
        exit;
    }
    if (is_method("REGISTER")) {
        save("location");
        xlog("L_ALERT", "registered $au\\n");
        exit;
    }
    xlog("L_ALERT", "calling $au $fu $ru\\n");
    sl_send_reply("486", "Busy Here");
}
`,
    },
  ]);
  await registrar.until(() => registrar.lines.some((line) => line.endsWith("ready")));
  /** @param {string} what */
  const said = (what) => registrar.lines.flatMap((line) => line.match(new RegExp(` ${what} (\\S+.*)$`))?.[1] ?? []);
  return {
    ...registrar,
    registered: () => new Set(said("registered")),
    refused: () => new Set(said("refused")),
    calls: () => said("calling"),
  };
}

/**
 * baresip with these lines of accounts.
 *
 * @param {import("node:test").TestContext} test
 * @param {string} accounts
 */
export function startBaresip(test, accounts) {
  const home = folder();
  const modules = told("BARESIP_MODULES");
  writeFileSync(
    join(home, "config"),
    `module_path ${modules}\nmodule g711.so\nmodule_app account.so\nsip_listen ${HOST}:0\n`,
  );
  writeFileSync(join(home, "accounts"), accounts);
  // Politely it would unregister first, and wait half a minute for a registrar that is gone.
  return start(test, "SIGKILL", told("BARESIP"), "-f", home);
}
