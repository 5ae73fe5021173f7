// @ts-check
// Who gets through Kamailio: Wavix's gateways and the PBX, and nobody else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HANG, kamailioHere, LAN, startKamailio } from "./daemons.mjs";
import { pbxConfig } from "./package.mjs";
import { firstLine, header, startPhone } from "./phones.mjs";

const trunk = { name: "67758", callerid: "12121234567", host: "8.8.8.8" };
const NUMBER = "sip:12121234567@127.0.0.1";

/**
 * Kamailio between a PBX and a gateway, by default one that the test plays.
 *
 * @param {import("node:test").TestContext} t
 * @param {string} [gateway]
 */
async function between(t, gateway) {
  const wavix = await startPhone(t, "127.0.0.7");
  const pbx = await startPhone(t, LAN);
  const stranger = await startPhone(t, "127.0.0.9");
  const { port, resolve } = await startKamailio(t, (free, folder) =>
    pbxConfig(trunk, { kind: "kamailio", gateway: gateway ?? wavix.address }).files.map(({ name, text }) => ({
      name,
      text: kamailioHere(text, free, folder).replace("127.0.0.1:5080", pbx.address),
    })),
  );
  assert.match(await pbx.ask(port, "OPTIONS", `sip:127.0.0.1:${port}`, { call: "ready" }), /200/);
  pbx.heard.length = 0;
  /** @param {string} method */
  const is = (method) => (/** @type {string} */ message) => message.startsWith(`${method} `);
  return { wavix, pbx, stranger, port, is, resolve };
}

test("a stranger reaches nobody through Kamailio, with a Route neither", HANG, async (t) => {
  const { wavix, pbx, stranger, port } = await between(t);
  const within = { to: `<${NUMBER}>;tag=callee`, route: [`<sip:127.0.0.1:${port};lr>`] };
  stranger.send(port, "ACK", `sip:phone@${pbx.address}`, { call: "ack", ...within });
  assert.match(await stranger.ask(port, "INVITE", NUMBER, { call: "plain" }), /403/);
  assert.match(await stranger.ask(port, "INVITE", "sip:67758@127.0.0.1", { call: "login" }), /403/);
  assert.match(await stranger.ask(port, "REGISTER", NUMBER, { call: "register" }), /403/);
  for (const method of ["INVITE", "MESSAGE", "BYE"]) {
    for (const { address } of [pbx, wavix]) {
      const call = `${method}-${address}`;
      assert.match(await stranger.ask(port, method, `sip:phone@${address}`, { call, ...within }), /403/);
    }
  }
  assert.deepEqual([...pbx.heard, ...wavix.heard].map(firstLine), []);
});

for (const gateway of ["us.wavix.net", "nowhere.invalid"]) {
  test(`a stranger is not ${gateway}, whether that name resolves or not`, HANG, async (t) => {
    const { pbx, stranger, port } = await between(t, gateway);
    assert.match(await stranger.ask(port, "INVITE", NUMBER, { call: "plain" }), /403/);
    assert.deepEqual(pbx.heard.map(firstLine), []);
  });
}

test("a gateway is known by its name, and any of Wavix's may call", HANG, async (t) => {
  const { wavix, pbx, stranger, port, is, resolve } = await between(t, "us.wavix.net");
  resolve("sg.wavix.net", "127.0.0.7");
  wavix.send(port, "INVITE", NUMBER, { call: "singapore" });
  pbx.answer(port, await pbx.hears(is("INVITE")), "486 Busy Here");
  await wavix.hears(is("SIP/2.0 486"));
  assert.match(await stranger.ask(port, "INVITE", NUMBER, { call: "plain" }), /403/);
});

test("a call from the gateway reaches the PBX, and all that belongs to it both ends", HANG, async (t) => {
  const { wavix, pbx, stranger, port, is } = await between(t);
  const call = "incoming";
  wavix.send(port, "INVITE", NUMBER, { call });
  const invite = await pbx.hears(is("INVITE"));
  assert.equal(firstLine(invite), `INVITE sip:12121234567@${pbx.address} SIP/2.0`);
  pbx.answer(port, invite, "200 OK");
  const accepted = await wavix.hears(is("SIP/2.0 200"));
  const [from = "", to = "", route] = [
    header(accepted, "From")[0],
    header(accepted, "To")[0],
    header(accepted, "Record-Route"),
  ];
  const down = { call, from, to, route };
  wavix.send(port, "ACK", `sip:phone@${pbx.address}`, down);
  await pbx.hears(is("ACK"));

  pbx.send(port, "INVITE", `sip:phone@${wavix.address}`, { call, from: to, to: from, route });
  const again = await wavix.hears(is("INVITE"));
  wavix.answer(port, again, "200 OK");
  assert.match(firstLine(await pbx.hears(is("SIP/2.0 200"))), /200/);
  pbx.send(port, "ACK", `sip:phone@${wavix.address}`, { call, from: to, to: from, route });
  await wavix.hears(is("ACK"));

  // Who does not know the tags does not belong to the call; who does is a gateway that has moved.
  const bye = /** @type {const} */ ([port, "BYE", `sip:phone@${pbx.address}`]);
  assert.match(await stranger.ask(...bye, { ...down, to: `<${NUMBER}>;tag=guessed`, cseq: 2 }), /403/);
  assert.ok(!pbx.heard.some(is("BYE")));
  stranger.send(...bye, { ...down, cseq: 3 });
  pbx.answer(port, await pbx.hears(is("BYE")), "200 OK");
  await stranger.hears(is("SIP/2.0 200"));
});

test("the gateway takes a call back before the PBX has answered", HANG, async (t) => {
  const { wavix, pbx, port, is } = await between(t);
  wavix.send(port, "INVITE", NUMBER, { call: "short" });
  pbx.answer(port, await pbx.hears(is("INVITE")), "180 Ringing");
  await wavix.hears(is("SIP/2.0 180"));
  wavix.send(port, "CANCEL", NUMBER, { call: "short" });
  await pbx.hears(is("CANCEL"));
});

test("after a restart, which forgets calls, the gateway and the PBX still end them", HANG, async (t) => {
  const { wavix, pbx, port, is } = await between(t);
  const route = [`<sip:127.0.0.1:${port};lr>`];
  wavix.send(port, "BYE", `sip:phone@${pbx.address}`, { call: "old", to: `<${NUMBER}>;tag=callee`, route });
  await pbx.hears(is("BYE"));
  pbx.send(port, "BYE", `sip:phone@${wavix.address}`, { call: "older", to: `<${NUMBER}>;tag=caller`, route });
  await wavix.hears(is("BYE"));
});

test("the PBX calls by the gateway, and hears its answer", HANG, async (t) => {
  const { wavix, pbx, port, is } = await between(t);
  pbx.send(port, "INVITE", "sip:+442079460018@127.0.0.1", { call: "outgoing" });
  const invite = await wavix.hears(is("INVITE"));
  assert.equal(firstLine(invite), `INVITE sip:442079460018@${wavix.address} SIP/2.0`);
  wavix.answer(port, invite, "486 Busy Here");
  await pbx.hears(is("SIP/2.0 486"));
});
