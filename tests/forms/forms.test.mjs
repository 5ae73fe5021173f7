// @ts-check
// The forms of docs/forms, each built in a throw-away project with the package as installed, and filled in by a browser
// against the sandbox: what somebody copies from there works.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { install, told } from "../packaging/project.mjs";
import { startSandbox } from "../packaging/sandbox.mjs";
import { host } from "./host.mjs";

const DOCS = new URL("../../docs/forms/", import.meta.url);
const KEY = "sandbox-key";
const LIBRARIES = join(import.meta.dirname, "node_modules");

const project = install();
const sandbox = await startSandbox();
// --no-sandbox: in containers everything runs as root, for whom Chromium has no sandbox.
const browser = await chromium.launch({ executablePath: told("CHROME"), args: ["--no-sandbox"] });
after(() => Promise.all([browser.close(), sandbox.stop()]));

for (const name of readdirSync(LIBRARIES).filter((name) => !name.startsWith("."))) {
  const names = name.startsWith("@") ? readdirSync(join(LIBRARIES, name)).map((part) => `${name}/${part}`) : [name];
  for (const name of names) {
    const link = join(project.folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(LIBRARIES, name), link, "junction");
  }
}

/** How each framework shows the form. */
const STARTS = {
  react: {
    file: "TrunkForm.tsx",
    plugin: "",
    start: `import { createElement } from "react";
      import { createRoot } from "react-dom/client";
      import { TrunkForm } from "./TrunkForm.tsx";
      createRoot(document.body).render(createElement(TrunkForm));`,
  },
  vue: {
    file: "TrunkForm.vue",
    plugin: 'import plugin from "@vitejs/plugin-vue";',
    start: 'import { createApp } from "vue"; import Form from "./TrunkForm.vue"; createApp(Form).mount(document.body);',
  },
  svelte: {
    file: "TrunkForm.svelte",
    plugin: 'import { svelte as plugin } from "@sveltejs/vite-plugin-svelte";',
    start:
      'import { mount } from "svelte"; import Form from "./TrunkForm.svelte"; mount(Form, { target: document.body });',
  },
};

/**
 * The code on a page of docs/forms.
 *
 * @param {string} page
 */
function codeOf(page) {
  const [, code] = /^```\w+[^\n]*\n(.*?)^```$/ms.exec(readFileSync(new URL(`${page}.md`, DOCS), "utf8")) ?? [];
  assert.ok(code, `no code in docs/forms/${page}.md`);
  return code;
}

/**
 * Fills in what `folder` serves, as somebody would who makes mistakes.
 *
 * @param {string} folder
 * @param {string} label
 */
async function fillIn(folder, label) {
  const server = await host(folder);
  const page = await browser.newPage();
  /** @type {string[]} */
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  // What a relay does: another host, and the key.
  await page.route("**/api/wavix/**", (route) => {
    const { pathname } = new URL(route.request().url());
    const headers = { ...route.request().headers(), authorization: `Bearer ${KEY}` };
    return route.continue({ url: sandbox.url + pathname.replace("/api/wavix", ""), headers });
  });
  try {
    await page.goto(`${server.url}/index.html`);
    const field = (/** @type {string} */ name) => page.getByLabel(name, { exact: true });
    await page.getByRole("button", { name: "Create trunk" }).click();
    await page.getByText("Label is missing").waitFor();
    await field("Label").fill(label);
    await field("Password").fill("correct-Horse-7");
    await field("Caller ID").fill("0049 30 123456");
    await page.getByText("leave out the leading 00").waitFor();
    await field("Caller ID").fill("+1 (212) 123-4567");
    await field("Limit call duration").check();
    await page.getByRole("button", { name: "Create trunk" }).click();
    await page.getByText("Longest call is missing").waitFor();
    await field("Longest call").fill("600");
    await page.getByRole("button", { name: "Create trunk" }).click();
    await page.getByText("Created.").waitFor();
    assert.deepEqual(wrong, []);
    const { sip_trunks: trunks } = await (await fetch(`${sandbox.url}/v1/trunks?appid=${KEY}`)).json();
    const made = trunks.filter((/** @type {{ label: string }} */ trunk) => trunk.label === label);
    assert.deepEqual(
      made.map((/** @type {{ callerid: string }} */ { callerid }) => callerid),
      ["12121234567"],
    );
  } finally {
    await page.close();
    server.stop();
  }
}

for (const [name, { file, plugin, start }] of Object.entries(STARTS)) {
  test(`docs/forms/${name}.md is a form that works`, async () => {
    const folder = join(project.folder, name);
    mkdirSync(folder);
    writeFileSync(join(folder, file), codeOf(name));
    writeFileSync(join(folder, "main.js"), start);
    writeFileSync(
      join(folder, "index.html"),
      '<!doctype html><body></body><script type="module" src="./main.js"></script>',
    );
    writeFileSync(
      join(folder, "vite.config.mjs"),
      `${plugin}\nexport default { base: "./", plugins: [${plugin && "plugin()"}] };\n`,
    );
    const vite = join(LIBRARIES, "vite/bin/vite.js");
    execFileSync(process.execPath, [vite, "build", "--logLevel=error"], { cwd: folder, stdio: "inherit" });
    await fillIn(join(folder, "dist"), `Desk in ${name}`);
  });
}

test("docs/forms/html.md is a form that works", async () => {
  const folder = join(project.folder, "html");
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  writeFileSync(join(folder, "index.html"), codeOf("html"));
  cpSync(project.home, join(folder, "node_modules/wavix-trunks"), { recursive: true });
  await fillIn(folder, "Desk in html");
});
