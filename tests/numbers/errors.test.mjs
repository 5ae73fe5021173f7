// @ts-check
// What goes wrong with calls on numbers, told as elsewhere.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { nowhere, startServer } from "../packaging/server.mjs";
import { clientAt, failure, GENERATIONS, KEY, requestsOf, startPlace, wavix } from "./place.mjs";

/** @type {Awaited<ReturnType<typeof startPlace>>} */
let sandbox;
before(async () => {
  sandbox = await startPlace("--seed", "2", "--numbers", "4");
});
after(() => sandbox.stop());
beforeEach(() => sandbox.reset());

/** @param {any} error */
const brief = ({ name, code, status, outcome }) => [name, code, status, outcome];

for (const numbersApi of GENERATIONS) {
  const client = (options = {}) => clientAt(sandbox.url, { numbersApi, ...options });

  test(`destinations are judged before anything is sent, by ${numbersApi}`, async () => {
    const came = await requestsOf(sandbox, async () => {
      const list = [{ transport: 1, destination: "office" }, { transport: 4, destination: "0123" }, { trunk_id: 1.5 }];
      const error = await failure(client().numbers.route([1], /** @type {any} */ (list)));
      assert.deepEqual(brief(error), ["ValidationError", "validation", undefined, "not_sent"]);
      assert.deepEqual(
        error.issues.map(({ path, code }) => [path.join("."), code]),
        [
          ["destinations.0.destination", "sip_uri"],
          ["destinations.1.destination", "e164"],
          ["destinations.2.trunk_id", "integer"],
          ["destinations.2.transport", "required"],
        ],
      );
      for (const id of [0, -1, 0.5, "1", null, undefined, Number.NaN]) {
        const error = await failure(client().numbers.routeToTrunk([1], /** @type {any} */ (id)));
        assert.equal(error.code, "validation");
        assert.deepEqual(error.issues[0]?.path, ["destinations", 0, "trunk_id"]);
      }
      const { issues } = await failure(client().numbers.routeToTrunk([1], 1, { priority: 0 }));
      assert.deepEqual(issues[0]?.path, ["destinations", 0, "priority"]);
      for (const none of [undefined, null, {}, "x", 7]) {
        const { code, issues } = await failure(client().numbers.route([1], /** @type {any} */ (none)));
        assert.deepEqual([code, issues[0]?.code], ["validation", "type"]);
      }
    });
    assert.deepEqual(came, []);
  });

  test(`arguments that cannot work are told before anything is sent, by ${numbersApi}`, async () => {
    const { numbers } = client();
    const any = (/** @type {unknown} */ value) => /** @type {any} */ (value);
    const came = await requestsOf(sandbox, async () => {
      const calls = [
        ...[0, -1, "1", null, 2 ** 53].map((id) => numbers.get(any(id))),
        ...[[], [0], ["1"], 1, null].map((ids) => numbers.routeToTrunk(any(ids), 1)),
        numbers.routes(any("1")),
        numbers.list({ page: 0 }),
        numbers.list({ per_page: 101 }),
        numbers.list(any({ search: 555 })),
        numbers.list({}, any(7)),
        numbers.route([1], [], any({ smsRelayUrl: 7 })),
        numbers.route([1], [], { timeoutMs: 0 }),
        numbers.listAll({ per_page: 0 }).next(),
      ];
      for (const error of await Promise.all(calls.map(failure))) {
        assert.equal(error.code, "configuration", error.message);
        assert.ok(error instanceof wavix.ConfigurationError);
      }
    });
    assert.deepEqual(came, []);
  });

  test(`what is not there is said, by ${numbersApi}`, async () => {
    const { numbers } = client();
    const get = await failure(numbers.get(99));
    assert.deepEqual(brief(get), ["NotFoundError", "not_found", 404, undefined]);
    assert.match(get.message, /^There is no such phone number/);
    const trunk = await failure(numbers.routeToTrunk([1], 99));
    assert.deepEqual(brief(trunk), ["NotFoundError", "not_found", 404, "not_sent"]);
    assert.match(trunk.message, /^There is no such trunk/);
    const number = await failure(numbers.routeToTrunk([99], 1));
    assert.deepEqual(brief(number), ["InvalidRequestError", "invalid_request", 422, "refused"]);
    assert.deepEqual(number.issues[0]?.path, ["ids"]);
  });

  test(`keys, accounts and servers that fail are told as for trunks, by ${numbersApi}`, async (t) => {
    const stranger = clientAt(sandbox.url, { numbersApi, apiKey: `${KEY}-wrong` });
    assert.deepEqual(brief(await failure(stranger.numbers.list())), [
      "AuthenticationError",
      "authentication",
      401,
      undefined,
    ]);
    const other = clientAt(sandbox.url, { numbersApi, apiKey: "sandbox-unprovisioned" });
    const refused = await failure(other.numbers.get(1));
    assert.deepEqual(brief(refused), ["PermissionError", "permission", 403, undefined]);
    assert.match(refused.message, /^The account may not use phone numbers/);
    const list = [{ transport: /** @type {const} */ (4), destination: "12121234567" }];
    for (const [status, body, name, outcome] of /** @type {const} */ ([
      [500, "", "ServerError", "unknown"],
      [200, "<html>", "DecodeError", "unknown"],
      [200, '{"success": false}', "DecodeError", "unknown"],
      [409, "{}", "ConflictError", "refused"],
      [429, "{}", "RateLimitError", "refused"],
    ])) {
      const { url } = await startServer(t, status, body);
      const error = await failure(clientAt(url, { numbersApi }).numbers.route([1], list));
      assert.deepEqual([error.name, error.outcome], [name, outcome]);
    }
    const lost = await failure(clientAt(await nowhere(), { numbersApi }).numbers.route([1], list));
    assert.deepEqual([lost.name, lost.outcome, lost.retryable], ["NetworkError", "unknown", true]);
    for (const odd of ['{"items": 7}', "[]", "7", '{"items": [{"destination": "67758"}]}']) {
      const { url } = await startServer(t, 200, odd);
      assert.equal((await failure(clientAt(url, { numbersApi }).numbers.list())).name, "DecodeError", odd);
    }
  });

  test(`a call ends with its signal and with its time, by ${numbersApi}`, async () => {
    const { numbers } = client();
    const why = new Error("enough");
    const signal = AbortSignal.abort(why);
    for (const call of [
      numbers.list(null, { signal }),
      numbers.get(1, { signal }),
      numbers.routeToTrunk([1], 1, { signal }),
      numbers.routes(1, { signal }),
      numbers.listAll(null, { signal }).next(),
    ]) {
      const error = await failure(call);
      assert.equal(error.name, "AbortError");
      assert.equal(error.cause, why);
    }
    const controller = new AbortController();
    const walk = numbers.listAll({ per_page: 4 }, { signal: controller.signal });
    await walk.next();
    controller.abort(why);
    const came = await requestsOf(sandbox, async () => {
      const { name, cause } = await failure(walk.next());
      assert.deepEqual([name, cause], ["AbortError", why]);
    });
    assert.deepEqual(came, []);
    await sandbox.order([{ path: `/v1/${numbersApi}`, times: "always", fault: { delay: { ms: 60_000 } } }]);
    const late = await failure(numbers.routes(1, { timeoutMs: 50 }));
    assert.deepEqual([late.name, late.outcome], ["TimeoutError", undefined]);
    assert.match(late.message, /within 50 ms/);
  });
}

test("an option that is no generation is told by name", () => {
  assert.throws(
    () => clientAt(sandbox.url, { numbersApi: /** @type {any} */ ("v3") }),
    (error) => wavix.isWavixError(error, "configuration") && error.message.includes("numbersApi"),
  );
});
