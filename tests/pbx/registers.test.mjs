// @ts-check
// The settings prove themselves: real programs register and call with them, by digest, with 200 awkward passwords.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HANG, kamailioHere, LAN, startBaresip, startKamailio, startRegistrar } from "./daemons.mjs";
import { pbxConfig } from "./package.mjs";
import { passwords } from "./passwords.mjs";
import { startPhone } from "./phones.mjs";

/** @param {string[]} list */
const accountsOf = (list) => list.map((password, at) => ({ user: String(67758 + at), password }));

/**
 * @param {string} user
 * @param {import("wavix-trunks/pbx").PbxOptions} options
 */
const filesFor = (user, options) => pbxConfig({ name: user, callerid: "12121234567" }, options).files;

test("baresip registers with each of 200 passwords", HANG, async (t) => {
  const accounts = accountsOf(passwords(1, 200, (password) => !/[;\s]/.test(password)));
  const registrar = await startRegistrar(t, accounts);
  const lines = accounts.map(
    ({ user, password }) => filesFor(user, { kind: "baresip", gateway: registrar.gateway, password })[0]?.text,
  );
  startBaresip(t, lines.join(""));
  await registrar.until(() => registrar.registered().size + registrar.refused().size >= accounts.length);
  assert.deepEqual([...registrar.refused()], []);
  assert.equal(registrar.registered().size, 200);
});

test("Kamailio registers with each of 200 passwords", HANG, async (t) => {
  const accounts = accountsOf(passwords(2, 200, () => true));
  const registrar = await startRegistrar(t, accounts);
  await startKamailio(t, (port, folder) => {
    const each = accounts.map(({ user, password }) =>
      filesFor(user, { kind: "kamailio", gateway: registrar.gateway, password }),
    );
    // One table of all of them: the rows are what is generated, but for the number in front.
    const rows = each.map(([, table], at) => table?.text.split("\n")[1]?.replace(/^1:/, `${at + 1}:`));
    const [config, table, version] = each[0] ?? [];
    assert.ok(config && table && version);
    return [
      { ...config, text: kamailioHere(config.text, port, folder) },
      { ...table, text: `${[table.text.split("\n")[0], ...rows].join("\n")}\n` },
      version,
    ];
  });
  await registrar.until(() => registrar.registered().size + registrar.refused().size >= accounts.length);
  assert.deepEqual([...registrar.refused()], []);
  assert.equal(registrar.registered().size, 200);
});

test("a wrong password is refused, so that the registrar would have noticed", HANG, async (t) => {
  const registrar = await startRegistrar(t, [{ user: "67758", password: "right" }]);
  const [file] = filesFor("67758", { kind: "baresip", gateway: registrar.gateway, password: "wrong" });
  startBaresip(t, file?.text ?? "");
  await registrar.until(() => registrar.refused().has("67758"));
  assert.equal(registrar.registered().size, 0);
});

test("a call through Kamailio is authenticated and comes from the trunk's number", HANG, async (t) => {
  const password = "a:b\\;$avp(x)\"'";
  const registrar = await startRegistrar(t, [{ user: "67758", password }]);
  const proxy = await startKamailio(t, (port, folder) =>
    filesFor("67758", { kind: "kamailio", gateway: registrar.gateway, password }).map(({ name, text }) => ({
      name,
      text: kamailioHere(text, port, folder),
    })),
  );
  await registrar.until(() => registrar.registered().has("67758"));
  const phone = await startPhone(t, LAN);
  const dial = (/** @type {string} */ number) =>
    phone.ask(proxy.port, "INVITE", `sip:${number}@127.0.0.1`, { call: number });
  assert.match(await dial("+442079460018"), /^SIP\/2.0 486/);
  assert.deepEqual(registrar.calls(), [`67758 sip:12121234567@127.0.0.1 sip:442079460018@${registrar.gateway}`]);
  assert.match(await dial("02079460018"), /^SIP\/2.0 484/);
});
