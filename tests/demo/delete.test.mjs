// @ts-check
// A person deletes a trunk, which nothing brings back: never without a question.

import assert from "node:assert/strict";
import { test } from "node:test";
import { button, hasFocus, onPage, row } from "./page.mjs";
import { create, GOOD, read, remove } from "./sandbox.mjs";

test(
  "a trunk is deleted after a question, and only then",
  onPage(async (page, label) => {
    const { id, name } = await create({ ...GOOD, label });
    await button(page, "Refresh").click();

    await button(page, `Delete ${label}`).click();
    const question = page.getByRole("alertdialog", { name: `Delete ${label}?` });
    await question.getByText(name).waitFor();
    await hasFocus(button(question, "Keep the trunk"));
    await button(question, "Keep the trunk").click();
    await question.waitFor({ state: "detached" });
    await hasFocus(button(page, `Delete ${label}`));
    assert.ok(await read(id));

    await button(page, `Delete ${label}`).click();
    await button(question, "Delete the trunk").click();
    await page.getByText(`Deleted ${label}.`).waitFor();
    await row(page, label).waitFor({ state: "detached" });
    assert.equal(await read(id), undefined);
    await hasFocus(page.getByRole("heading", { name: "SIP trunks" }));
  }),
);

test(
  "a trunk that somebody else deleted is said to be gone, and leaves the list",
  onPage(
    async (page, label) => {
      const { id } = await create({ ...GOOD, label });
      await button(page, "Refresh").click();
      await row(page, label).waitFor();
      await remove(id);
      await button(page, `Delete ${label}`).click();
      await button(page, "Delete the trunk").click();
      await page.getByRole("alert").getByText("The trunk is gone").waitFor();
      await button(page, "Keep the trunk").click();
      await row(page, label).waitFor({ state: "detached" });
    },
    { refusals: true },
  ),
);
