// @ts-check
// The settings as files: read back by the rules of those who read them, and accepted by Kamailio where that is at hand.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assertHides } from "../packaging/secrets.mjs";
import { checkKamailio, folder } from "./daemons.mjs";
import { ConfigurationError, pbxConfig, pbxKinds, wavixGateways } from "./package.mjs";
import { passwords } from "./passwords.mjs";

/** @typedef {import("wavix-trunks/pbx").PbxTrunk} PbxTrunk */

const office = { name: "67758", label: "Head office", callerid: "12121234567" };
const password = "correct-Horse-7";
/** @type {Record<string, PbxTrunk>} */
const trunks = {
  digest: { ...office, host: "dynamic" },
  "digest of a list": { ...office, auth_method: "Digest" },
  "IP authentication": { ...office, host: "8.8.8.8" },
  "IP authentication of a list": { ...office, auth_method: "IP auth" },
  "several numbers": { ...office, callerid: "", multiple_numbers: true },
  "encrypted media": { ...office, encrypted_media: true },
};

/**
 * The value of a setting as Asterisk's config.c reads it: a semicolon ends the line unless a backslash comes before it,
 * and the white space around the value is lost.
 *
 * @param {string} text
 * @param {string} type of the section
 * @param {string} key
 */
function asteriskReads(text, type, key) {
  const sections = text.split(/^\[.*\]$/m).map((section) =>
    section.split("\n").flatMap((line) => {
      const bare = line.replace(/(?<!\\);.*$/, "").replaceAll("\\;", ";");
      const at = bare.indexOf("=");
      return at < 0
        ? []
        : [
            [
              bare.slice(0, at).trim(),
              bare
                .slice(at + 1)
                .replace(/^>/, "")
                .trim(),
            ],
          ];
    }),
  );
  const section = sections.find((pairs) => pairs.some(([name, value]) => name === "type" && value === type));
  return section?.filter(([name]) => name === key).map(([, value]) => value);
}

/**
 * A parameter of a gateway as FreeSWITCH reads it: variables are replaced before the XML is read.
 *
 * @param {string} text
 * @param {string} name
 */
function freeswitchReads(text, name) {
  const expanded = text.replace(/\$\$\{[^}]*\}/g, "");
  const attribute = expanded.match(new RegExp(`<param name="${name}" value="([^"<]*)"/>`))?.[1];
  const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return attribute?.replace(/&(?:#(\d+)|(\w+));/g, (_, code, entity) =>
    code ? String.fromCodePoint(Number(code)) : (entities[/** @type {keyof typeof entities} */ (entity)] ?? ""),
  );
}

/**
 * @param {PbxTrunk} trunk
 * @param {import("wavix-trunks/pbx").PbxOptions} options
 */
const firstFile = (trunk, options) => pbxConfig(trunk, options).files[0]?.text ?? "";

const outer = (/** @type {string} */ text) => text === text.trim();
const readers = /** @type {const} */ ({
  asterisk: [(/** @type {string} */ text) => asteriskReads(text, "auth", "password")?.[0], outer],
  freeswitch: [(/** @type {string} */ text) => freeswitchReads(text, "password"), () => true],
  livekit: [(/** @type {string} */ text) => JSON.parse(text).trunk.auth_password, () => true],
  vapi: [(/** @type {string} */ text) => JSON.parse(text).outboundAuthenticationPlan.authPassword, () => true],
});
for (const [kind, [read, fits]] of Object.entries(readers)) {
  test(`each of 1000 passwords comes back out of the settings for ${kind}`, () => {
    for (const secret of passwords(3, 1000, fits)) {
      const text = firstFile(office, { kind: /** @type {keyof typeof readers} */ (kind), password: secret });
      assert.equal(read(text), secret);
    }
  });
}

test("3CX gets the password as it is, in one field of all", () => {
  for (const secret of passwords(4, 100, () => true)) {
    const { fields } = pbxConfig(office, { kind: "3cx", password: secret });
    assert.deepEqual(
      fields.filter(({ value }) => value === secret).map(({ label }) => label),
      ["Authentication password"],
    );
  }
});

for (const kind of ["digest", "IP authentication", "several numbers", "encrypted media"]) {
  test(`Kamailio accepts the settings for ${kind}`, () => {
    const home = folder();
    const { files } = pbxConfig(trunks[kind] ?? office, { kind: "kamailio", password });
    for (const { name, text } of files) writeFileSync(join(home, name), text.replaceAll("/etc/kamailio/wavix", home));
    checkKamailio(join(home, "kamailio.cfg"));
  });
}

test("Kamailio would not accept just anything", () => {
  const file = join(folder(), "kamailio.cfg");
  writeFileSync(file, `${firstFile(office, { kind: "kamailio", password })}\nroute {`);
  assert.throws(() => checkKamailio(file), /bad config file|parse error/);
});

for (const [title, trunk] of Object.entries(trunks)) {
  test(`every kind has settings for ${title}, with a password only for digest`, () => {
    for (const kind of pbxKinds) {
      for (const gateway of wavixGateways) {
        const config = pbxConfig(trunk, { kind, gateway, password });
        const digest = !title.startsWith("IP");
        assert.equal(config.auth, digest ? "digest" : "ip");
        const all = JSON.stringify([config.files, config.fields]);
        assert.ok(all.includes(gateway), `${kind} names its gateway`);
        assert.equal(all.includes(password), digest, kind);
        assert.ok(config.files.length > 0 !== config.fields.length > 0, kind);
        assertHides({ ...config, files: [], fields: [] }, password);
      }
    }
  });
}

test("calls come from the trunk's number, from the one that is given, or from that of each call", () => {
  const from = (/** @type {PbxTrunk} */ trunk, /** @type {string} */ callerId) =>
    asteriskReads(firstFile(trunk, { kind: "asterisk", password, callerId }), "endpoint", "from_user");
  const own = (/** @type {PbxTrunk} */ trunk) =>
    asteriskReads(firstFile(trunk, { kind: "asterisk", password }), "endpoint", "from_user");
  const many = { ...office, callerid: "", multiple_numbers: true };
  assert.deepEqual(own(office), ["12121234567"]);
  assert.deepEqual(own(many), []);
  assert.deepEqual(own({ ...office, passthrough: true }), []);
  assert.deepEqual(from(many, "+44 20 7946-0018"), ["442079460018"]);
  assert.match(pbxConfig(many, { kind: "asterisk", password }).notes.join(" "), /every call the number/);
});

test("SRTP is asked for when the trunk asks for it, and not otherwise", () => {
  const signs = {
    asterisk: /^media_encryption = sdes$/m,
    freeswitch: /rtp_secure_media/,
    baresip: /;mediaenc=srtp-mand/,
    livekit: /SIP_MEDIA_ENCRYPT_REQUIRE/,
    vapi: /tls\/srtp/,
  };
  for (const [name, sign] of Object.entries(signs)) {
    const kind = /** @type {keyof typeof signs} */ (name);
    assert.match(firstFile({ ...office, encrypted_media: true }, { kind, password }), sign);
    assert.doesNotMatch(firstFile({ ...office, encrypted_media: false }, { kind, password }), sign);
  }
  for (const on of [true, false]) {
    const { fields } = pbxConfig({ ...office, encrypted_media: on }, { kind: "3cx", password });
    assert.equal(fields.find(({ label }) => label === "SRTP")?.value, on ? "on" : "off");
  }
});

test("every kind that has codecs offers PCMU and PCMA and nothing else", () => {
  assert.match(firstFile(office, { kind: "asterisk", password }), /^disallow = all\nallow = ulaw,alaw$/m);
  assert.match(
    pbxConfig(office, { kind: "freeswitch", password }).files[1]?.text ?? "",
    /absolute_codec_string=PCMU,PCMA"/,
  );
  assert.match(firstFile(office, { kind: "baresip", password }), /;audio_codecs=PCMU,PCMA;/);
});

test("what a format cannot hold is refused, and the refusal does not repeat it", () => {
  /** @type {[import("wavix-trunks/pbx").PbxKind, string][]} */
  const refused = [
    ["baresip", "planted;secret"],
    ["baresip", "planted secret"],
    ["asterisk", " planted-secret"],
    ["asterisk", "planted-secret "],
    ...pbxKinds.flatMap((kind) =>
      ["planted\nsecret", "planted\u0000secret", "planted\ud800secret", "planted\u2028secret"].map(
        (text) => /** @type {[typeof kind, string]} */ ([kind, text]),
      ),
    ),
  ];
  for (const [kind, secret] of refused) {
    assert.throws(
      () => pbxConfig(office, { kind, password: secret }),
      (error) => {
        assert.ok(error instanceof ConfigurationError, kind);
        assert.match(error.message, /give the trunk another one/);
        assertHides(error, "planted", "secret");
        return true;
      },
    );
  }
});

test("what cannot work is refused in words that say what to do", () => {
  const options = { kind: /** @type {const} */ ("asterisk"), password };
  /** @type {[() => unknown, RegExp][]} */
  const refusals = [
    // @ts-expect-error: no such kind
    [() => pbxConfig(office, { ...options, kind: "constructor" }), /kind must be one of asterisk, freeswitch/],
    // @ts-expect-error: nothing at all
    [() => pbxConfig(office), /kind must be one of/],
    [() => pbxConfig(office, { kind: "asterisk" }), /password is missing/],
    [() => pbxConfig({ ...office, name: "" }, options), /no SIP login/],
    [() => pbxConfig({ ...office, name: "1\n[evil]" }, options), /no SIP login/],
    [() => pbxConfig(office, { ...options, gateway: "us.wavix.net\nfoo" }), /gateway must be one of us\.wavix\.net/],
    [() => pbxConfig(office, { ...options, gateway: "us.wavix.net:70000" }), /gateway must be/],
    [() => pbxConfig(office, { ...options, callerId: "0123" }), /callerId must be/],
  ];
  for (const [call, message] of refusals) assert.throws(call, { name: "ConfigurationError", message });
});

test("a label cannot break out of its comment or its name", () => {
  const label = 'Büro\n[evil]\ntype = endpoint <!-- " ; #!define';
  for (const kind of pbxKinds) {
    const { files, fields } = pbxConfig({ ...office, label }, { kind, password });
    assert.doesNotMatch(JSON.stringify([files, fields]), /\[evil\]|<!--|#!define/);
  }
});

test("the settings are the same by require", async () => {
  const { createRequire } = await import("node:module");
  const { home } = await import("./package.mjs");
  const required = createRequire(join(home, "x.cjs"))("wavix-trunks/pbx");
  for (const kind of pbxKinds)
    assert.deepEqual(required.pbxConfig(office, { kind, password }), pbxConfig(office, { kind, password }));
});
