// @ts-check
// The schema in the libraries that people build forms with: the real ones, as far as they go without a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { FormApi } from "@tanstack/form-core";
import { createFormControl } from "react-hook-form";
import { install } from "./project.mjs";

/** @type {typeof import("wavix-trunks")} */
const { trunkSchema } = await install().byImport();

/** @type {import("wavix-trunks").TrunkInput} */
const office = { label: "Head office", password: "correct-Horse-7", callerid: "+1 (212) 123-4567" };

test("react-hook-form hands over the normalised settings, or shows the message under its field", async () => {
  const { handleSubmit, setValue, subscribe } = createFormControl({
    defaultValues: /** @type {import("wavix-trunks").TrunkFormInput} */ ({
      ...office,
      call_restrict: "on",
      call_limit: "",
    }),
    resolver: standardSchemaResolver(trunkSchema.with({ coerce: true })),
  });
  /** @type {Record<string, { message?: string } | undefined>} */
  let errors = {};
  subscribe({ formState: { errors: true }, callback: (state) => (errors = { ...state.errors }) });

  await handleSubmit(() => assert.fail("a call limit is missing"))();
  assert.deepEqual(Object.keys(errors), ["call_limit"]);
  assert.equal(errors.call_limit?.message, "Longest call is missing: enter it, or turn off “Limit call duration”.");

  setValue("call_limit", "3600");
  /** @type {import("wavix-trunks").TrunkConfig | undefined} */
  let sent;
  await handleSubmit((config) => {
    sent = config;
  })();
  assert.equal(sent?.callerid, "12121234567");
  assert.equal(sent?.call_limit, 3600);
  assert.equal(sent?.didinfo_enabled, true);
});

test("TanStack Form shows the message under its field, and sends when all is well", async () => {
  /** @type {unknown[]} */
  const sent = [];
  const form = new FormApi({
    defaultValues: /** @type {import("wavix-trunks").TrunkInput} */ ({ ...office, ip_restrict: true }),
    validators: { onChange: trunkSchema },
    onSubmit: ({ value }) => sent.push(value.allowed_ips),
  });
  form.mount();
  form.setFieldValue("allowed_ips", [{ ip: "8.8.8.8" }, { ip: "8.8.8" }]);
  const errors = /** @type {Record<string, import("wavix-trunks").Issue[]>} */ (
    /** @type {unknown} */ (form.state.errorMap.onChange)
  );
  assert.deepEqual(Object.keys(errors), ["allowed_ips[1].ip"]);
  assert.match(errors["allowed_ips[1].ip"]?.[0]?.message ?? "", /^Allowed IP addresses, entry 2 must be an IPv4/);
  await form.handleSubmit();
  assert.deepEqual(sent, []);

  form.setFieldValue("allowed_ips", [{ ip: "1.1.1.1" }]);
  await form.handleSubmit();
  assert.deepEqual(sent, [[{ ip: "1.1.1.1" }]]);
});

test("warnings are no issues of a standard schema, unless it is strict", () => {
  const weak = { ...office, password: "abc" };
  assert.ok(!("issues" in trunkSchema["~standard"].validate(weak)));
  const strict = trunkSchema.with({ strict: true })["~standard"].validate(weak);
  assert.deepEqual(
    strict.issues?.map(({ code, path }) => [code, path]),
    [["weak_password", ["password"]]],
  );
});

test("options add up, and the schema that they are given to stays what it was", () => {
  const limits = { call_limit: 60 };
  const ours = trunkSchema.with({ coerce: true }).with({ limits });
  const form = { ...office, call_restrict: "on", call_limit: "61" };
  assert.deepEqual(
    ours["~standard"].validate(form).issues?.map(({ code }) => code),
    ["above_account_limit"],
  );
  assert.deepEqual(
    trunkSchema["~standard"].validate(form).issues?.map(({ code }) => code),
    ["type", "type"],
  );
});
