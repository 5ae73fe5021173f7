// @ts-check
// Requests that mean no good, and what each is answered with. `text` is what goes over the wire, to the byte.

/**
 * @typedef {object} Place
 * @property {string} host the relay's own
 * @property {string} stranger a host that nobody should be led to
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {number} status
 * @property {(place: Place) => string | Uint8Array} text
 *
 * @typedef {{ threat: string, rows: Row[] }} Family
 */

const BASE = "/api/wavix";
const GOOD = JSON.stringify({ label: "Head office", password: "correct-Horse-7", callerid: "12121234567" });

/**
 * @param {string} start the request line without the version
 * @param {Record<string, string | string[]>} headers over those of an administrator's own page
 * @param {string} [body]
 * @returns {(place: Place) => string}
 */
const request =
  (start, headers = {}, body) =>
  ({ host, stranger }) => {
    const all = { Host: host, Cookie: "session=admin", Connection: "close", ...headers };
    if (body !== undefined && !("Transfer-Encoding" in all) && !("Content-Length" in all)) {
      Object.assign(all, { "Content-Length": String(Buffer.byteLength(body)) });
    }
    const lines = Object.entries(all).flatMap(([name, values]) => [values].flat().map((value) => `${name}: ${value}`));
    const text = [`${start} HTTP/1.1`, ...lines, "", body ?? ""].join("\r\n");
    return text.replaceAll("<host>", host).replaceAll("<stranger>", stranger);
  };

/**
 * @param {string} target
 * @param {number} [status]
 * @param {string} [name]
 * @returns {Row}
 */
const path = (target, status = 404, name = `\`GET ${target}\``) => ({ name, status, text: request(`GET ${target}`) });

/** @param {Record<string, string | string[]>} headers */
const get = (headers) => request(`GET ${BASE}/v1/trunks`, headers);

/**
 * @param {Record<string, string | string[]>} headers
 * @param {string} [body]
 */
const post = (headers, body = GOOD) =>
  request(`POST ${BASE}/v1/trunks`, { "Content-Type": "application/json", ...headers }, body);

const JSON_TYPE = { "Content-Type": "application/json" };
const ROUTING = '{"ids":[1],"destinations":[{"transport":1,"destination":"sip:a@b.example"}]}';
const OLDER = `POST ${BASE}/v1/mydids/update-destinations`;

/**
 * @param {Record<string, string | string[]>} headers
 * @param {string} [body]
 * @param {string} [start]
 */
const route = (headers, body = ROUTING, start = `PATCH ${BASE}/v1/numbers`) =>
  request(start, { ...JSON_TYPE, ...headers }, body);

/**
 * @param {string} name
 * @param {number} status
 * @param {(place: Place) => string | Uint8Array} text
 * @returns {Row}
 */
const row = (name, status, text) => ({ name, status, text });

/** @param {string} more fields beside the good ones */
const withFields = (more) => GOOD.replace("{", `{${more},`);

/** @type {Row} with which a test shows that the others would have come through */
export const harmless = row("a list", 200, get({}));

/** @type {Family[]} */
export const families = [
  {
    threat: "Another place upstream (path)",
    rows: [
      path(`${BASE}/../v1/trunks`, 400),
      path(`${BASE}/v1/trunks/../../sandbox/requests`, 400),
      path(`${BASE}/v1/trunks/.`, 400),
      path(`${BASE}/v1/trunks/%2e%2e/numbers`, 400),
      path(`${BASE}/v1/trunks%2f1`),
      path(`${BASE}/v1/trunks%252f1`),
      path(`${BASE}/v1/trunks/%31`),
      path(`${BASE}/v1%5ctrunks`),
      path(`${BASE}\\v1\\trunks`, 400),
      path(`${BASE}/v1/trunks/..;/numbers`),
      path(`${BASE}/v1/trunks/`),
      path(`${BASE}//v1/trunks`),
      path("/API/WAVIX/v1/trunks"),
      path(`${BASE}/v1/trunks/1%00`),
      path(`${BASE}/v1/trunks/1%0d%0aHost:%20evil`),
      path(`${BASE}@<stranger>/v1/trunks`),
      path(`${BASE}/v1/numbers/1/calls`),
      path(`${BASE}/v1/mydids/1/update-destinations`),
      path(`${BASE}/v1/mydids/update-destinations/1`),
      path(`${BASE}/v1/buy`),
      path(`${BASE}/v1/trunks/1/calls`),
      path(`${BASE}/sandbox/requests`),
      path("/v1/trunks"),
      path(`${BASE}/v1/trunks#/../x`, 400),
    ],
  },
  {
    threat: "Another host (target, Host)",
    rows: [
      path(`http://<stranger>${BASE}/v1/trunks`, 400),
      path(`http://<host>${BASE}/v1/trunks`, 400),
      path(`//<stranger>${BASE}/v1/trunks`),
      path("@<stranger>/v1/trunks", 400),
      row("`OPTIONS *`", 400, request("OPTIONS *")),
      row("Host: another one, of a user", 400, get({ Host: "<host>@<stranger>" })),
      row("Host: with a path", 400, get({ Host: "<stranger>/x" })),
      row("Host: twice", 400, get({ Host: ["<host>", "<stranger>"] })),
      row("Host: none", 400, ({ host }) =>
        request(`GET ${BASE}/v1/trunks`)({ host, stranger: "" }).replace(/Host.*?\r\n/, ""),
      ),
      row(
        "X-Forwarded-Host and Forwarded, on a path that is none",
        404,
        request("GET /", { "X-Forwarded-Host": "<stranger>", Forwarded: "host=<stranger>" }),
      ),
    ],
  },
  {
    threat: "Ids that are none",
    rows: [
      ...["0", "-1", "01", "1.0", "1e3", "0x10", "%EF%BC%91", "9007199254740993", "99999999999999999999", "NaN"].map(
        (id) => path(`${BASE}/v1/trunks/${id}`),
      ),
    ],
  },
  {
    threat: "Smuggled parameters",
    rows: [
      path(`${BASE}/v1/trunks?appid=of-somebody-else`, 400),
      path(`${BASE}/v1/trunks?page=1&appid=of-somebody-else`, 400),
      path(`${BASE}/v1/trunks?page=1&page=2`, 400),
      path(`${BASE}/v1/trunks?page=1%26appid%3Dx`, 400),
      path(`${BASE}/v1/trunks?page=1%0d%0aX-Evil:1`, 400),
      path(`${BASE}/v1/trunks?page=1;per_page=2`, 400),
      path(`${BASE}/v1/trunks?page=-1`, 400),
      path(`${BASE}/v1/trunks?page=99999999999`, 400),
      path(`${BASE}/v1/trunks?per_page=101`, 400),
      path(`${BASE}/v1/trunks?__proto__=1`, 400),
      path(`${BASE}/v1/trunks?url=http://<stranger>/`, 400),
      path(`${BASE}/v1/trunks/1?page=1`, 400),
    ],
  },
  {
    threat: "Methods",
    rows: [
      row("`PATCH` a trunk", 405, request(`PATCH ${BASE}/v1/trunks/1`, { "Content-Type": "application/json" }, GOOD)),
      row("`DELETE` all trunks", 405, request(`DELETE ${BASE}/v1/trunks`)),
      row("`POST` to a trunk", 405, request(`POST ${BASE}/v1/trunks/1`, { "Content-Type": "application/json" }, GOOD)),
      row("`HEAD`", 405, request(`HEAD ${BASE}/v1/trunks`)),
      row("`OPTIONS`, asking for nothing", 405, request(`OPTIONS ${BASE}/v1/trunks`)),
      row("`TRACE`", 400, request(`TRACE ${BASE}/v1/trunks`)),
      row("`get` in small letters", 400, request(`get ${BASE}/v1/trunks`)),
      row("`PURGE`", 405, request(`PURGE ${BASE}/v1/trunks`)),
      row("a method that nobody knows", 400, request(`STEAL ${BASE}/v1/trunks`)),
    ],
  },
  {
    threat: "Another site's page (CSRF)",
    rows: [
      row("write, Origin of another site", 403, post({ Origin: "https://evil.example" })),
      row("write, Origin `null`", 403, post({ Origin: "null" })),
      row("write, empty Origin", 403, post({ Origin: "" })),
      row("write, Origin that begins like ours", 403, post({ Origin: "http://<host>.evil.example" })),
      row("write, Origin that ends like ours", 403, post({ Origin: "http://evil.example#<host>" })),
      row("write, Origin with another scheme", 403, post({ Origin: "https://<host>" })),
      row("write, Origin with another port", 403, post({ Origin: "http://127.0.0.1:1" })),
      row("write, Origin twice, one of them ours", 403, post({ Origin: ["http://<host>", "https://evil.example"] })),
      row("write, `Sec-Fetch-Site: cross-site`", 403, post({ "Sec-Fetch-Site": "cross-site" })),
      row("write, `Sec-Fetch-Site: same-site`", 403, post({ "Sec-Fetch-Site": "same-site" })),
      row("write, `Sec-Fetch-Site: none`", 403, post({ "Sec-Fetch-Site": "none" })),
      row("write, our Origin but `cross-site`", 403, post({ Origin: "http://<host>", "Sec-Fetch-Site": "cross-site" })),
      row(
        "write, `same-origin` but another Origin",
        403,
        post({ Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" }),
      ),
      row("read, Origin of another site", 403, get({ Origin: "https://evil.example" })),
      row(
        "delete, Origin of another site",
        403,
        request(`DELETE ${BASE}/v1/trunks/1`, { Origin: "https://evil.example" }),
      ),
      row(
        "preflight of another site",
        403,
        request(`OPTIONS ${BASE}/v1/trunks`, {
          Origin: "https://evil.example",
          "Access-Control-Request-Method": "POST",
        }),
      ),
      row(
        "a form of another site, without headers of the browser",
        415,
        post({ "Content-Type": "application/x-www-form-urlencoded" }, "label=x"),
      ),
    ],
  },
  {
    threat: "Somebody who may not",
    rows: [
      row("no session", 401, get({ Cookie: "theme=dark" })),
      row("a session that is none", 401, get({ Cookie: "session=nobody" })),
      row("a session named like a member of every object", 401, get({ Cookie: "session=constructor" })),
      row("two sessions", 401, get({ Cookie: "session=nobody; session=admin" })),
      row("a key of Wavix's instead", 401, get({ Cookie: "", Authorization: "Bearer of-somebody-else" })),
      row("write, without a session", 401, post({ Cookie: "" })),
      row("create, may only read", 403, post({ Cookie: "session=reader" })),
      row(
        "update, may only read",
        403,
        request(`PUT ${BASE}/v1/trunks/1`, { Cookie: "session=reader", "Content-Type": "application/json" }, GOOD),
      ),
      row("delete, may only read", 403, request(`DELETE ${BASE}/v1/trunks/1`, { Cookie: "session=reader" })),
      row("delete, may read and write", 403, request(`DELETE ${BASE}/v1/trunks/1`, { Cookie: "session=writer" })),
      row(
        "delete, dressed as a read of one who may write",
        403,
        request(`DELETE ${BASE}/v1/trunks/1`, { Cookie: "session=writer", "X-HTTP-Method-Override": "GET" }),
      ),
    ],
  },
  {
    threat: "Phone numbers",
    rows: [
      path(`${BASE}/v1/numbers/0`),
      path(`${BASE}/v1/numbers?appid=of-somebody-else`, 400),
      path(`${BASE}/v1/numbers?search=1&search=2`, 400),
      path(`${BASE}/v1/numbers?search=1%26appid%3Dx`, 400),
      path(`${BASE}/v1/numbers?label=a%0d%0aX-Evil:1`, 400),
      path(`${BASE}/v1/numbers?label=${"x".repeat(201)}`, 400, "`GET /api/wavix/v1/numbers?label=` and 201 letters"),
      path(`${BASE}/v1/numbers/1?search=1`, 400),
      path(`${BASE}/v1/mydids/update-destinations`, 405),
      row("`PATCH` one number", 405, request(`PATCH ${BASE}/v1/numbers/1`, JSON_TYPE, ROUTING)),
      row("`POST`, as if to buy one", 405, request(`POST ${BASE}/v1/numbers`, JSON_TYPE, ROUTING)),
      row("`DELETE` a number", 405, request(`DELETE ${BASE}/v1/numbers/1`)),
      row("route, may read and write", 403, route({ Cookie: "session=writer" })),
      row("route by the older call, may read and write", 403, route({ Cookie: "session=writer" }, ROUTING, OLDER)),
      row("route, without a session", 401, route({ Cookie: "" })),
      row("route, Origin of another site", 403, route({ Origin: "https://evil.example" })),
      row("route, `text/plain`", 415, route({ "Content-Type": "text/plain" })),
      row("route nothing", 400, route({}, ROUTING.replace("[1]", "[]"))),
      row("ids that are none", 400, route({}, ROUTING.replace("[1]", '[1,"2 OR 1=1"]'))),
      row("1,001 ids", 400, route({}, ROUTING.replace("[1]", JSON.stringify(Array(1001).fill(1))))),
      row("to where nobody is", 422, route({}, ROUTING.replace("sip:a@b.example", "javascript:alert(1)"))),
      row("to an address with a line end", 422, route({}, ROUTING.replace("b.example", "b.example\\r\\nX-Evil: 1"))),
      row("`__proto__` in a destination", 400, route({}, ROUTING.replace('"transport"', '"__proto__":{},"transport"'))),
      row("more than a routing", 400, route({}, ROUTING.replace("{", '{"label":"x",'))),
      row("`appid` beside a routing", 400, route({}, ROUTING.replace("{", '{"appid":"of-somebody-else",'))),
      row(
        "messages to an address with half of a character",
        400,
        route({}, ROUTING.replace("{", '{"sms_relay_url":"https://a.example/\\ud800",')),
      ),
      row(
        "messages to an address with a line end",
        400,
        route({}, ROUTING.replace("{", '{"sms_relay_url":"https://a.example/\\n",')),
      ),
      row("messages to a file", 400, route({}, ROUTING.replace("{", '{"sms_relay_url":"file:///etc/passwd",'))),
    ],
  },
  {
    threat: "Bodies of another kind",
    rows: [
      row("`text/plain`", 415, post({ "Content-Type": "text/plain" })),
      row("`multipart/form-data`", 415, post({ "Content-Type": "multipart/form-data; boundary=x" })),
      row("two types", 415, post({ "Content-Type": "application/json, text/plain" })),
      row("`charset=utf-16`", 415, post({ "Content-Type": "application/json; charset=utf-16" })),
      row("no type", 415, request(`POST ${BASE}/v1/trunks`, {}, GOOD)),
      row("`Content-Encoding: gzip`", 415, post({ "Content-Encoding": "gzip" })),
      row("no JSON", 400, post({}, "{label: 1}")),
      row("nothing", 400, post({}, "")),
      row("no UTF-8", 400, ({ host, stranger }) =>
        Buffer.concat([
          Buffer.from(post({ "Content-Length": "3" }, "")({ host, stranger })),
          Buffer.of(0x22, 0xff, 0x22),
        ]),
      ),
      row("a list", 422, post({}, `[${GOOD}]`)),
      row("a string", 422, post({}, JSON.stringify("x"))),
      row("settings with errors", 422, post({}, withFields('"call_restrict":true'))),
      row("`appid` among the settings", 400, post({}, withFields('"appid":"of-somebody-else"'))),
      row("a number that is infinite", 422, post({}, withFields('"cost_limit":true,"max_call_cost":1e999'))),
      row("a body where none belongs, read", 400, request(`GET ${BASE}/v1/trunks`, {}, GOOD)),
      row("a body where none belongs, delete", 400, request(`DELETE ${BASE}/v1/trunks/1`, {}, GOOD)),
    ],
  },
  {
    threat: "Bodies that weigh",
    rows: [
      row("66 KB, announced", 413, post({}, withFields(`"note":"${"x".repeat(66_000)}"`))),
      row("10 GB, announced and never sent", 413, post({ "Content-Length": "10000000000" }, "{")),
      row(
        "66 KB, in chunks",
        413,
        post({ "Transfer-Encoding": "chunked" }, `${"1000\r\n".concat("x".repeat(4096), "\r\n").repeat(17)}0\r\n\r\n`),
      ),
      row("20,000 lists in each other", 400, post({}, withFields(`"note":${"[".repeat(20_000)}${"]".repeat(20_000)}`))),
      row("9 objects in each other", 400, post({}, withFields(`"note":${'{"a":'.repeat(9)}1${"}".repeat(9)}`))),
      row("7,000 names", 400, post({}, withFields(Array.from({ length: 7000 }, (_, n) => `"${n}":0`).join(",")))),
      row("30,000 numbers", 400, post({}, withFields(`"allowed_ips":[${Array(30_000).fill("0").join(",")}]`))),
    ],
  },
  {
    threat: "Prototype pollution",
    rows: [
      row("`__proto__` among the settings", 400, post({}, withFields('"__proto__":{"ip_restrict":true}'))),
      row("`__proto__`, spelt in escapes", 400, post({}, withFields('"\\u005f_proto__":{"a":1}'))),
      row("`constructor.prototype`", 400, post({}, withFields('"constructor":{"prototype":{"a":1}}'))),
      row(
        "`__proto__` in an address",
        400,
        post({}, withFields('"allowed_ips":[{"ip":"8.8.8.8","__proto__":{"a":1}}]')),
      ),
    ],
  },
  {
    threat: "Request smuggling, header injection",
    rows: [
      row(
        "Content-Length and Transfer-Encoding",
        400,
        post({ "Content-Length": "5", "Transfer-Encoding": "chunked" }, "0\r\n\r\n"),
      ),
      row("Content-Length twice, different", 400, post({ "Content-Length": ["5", "6"] }, "{}")),
      row("Content-Length that is negative", 400, post({ "Content-Length": "-1" }, "{}")),
      row("Content-Length with a plus", 400, post({ "Content-Length": "+2" }, "{}")),
      row(
        "Transfer-Encoding that ends otherwise",
        400,
        post({ "Transfer-Encoding": "chunked, identity" }, "0\r\n\r\n"),
      ),
      row("Transfer-Encoding that hides", 400, post({ "Transfer-Encoding": "\u000bchunked" }, "0\r\n\r\n")),
      row("a chunk whose size is no number", 400, post({ "Transfer-Encoding": "chunked" }, "zz\r\n{}\r\n0\r\n\r\n")),
      row("a space before the colon", 400, get({ "X-A ": "b" })),
      row("a header over two lines", 400, get({ "X-A": "b\r\n c" })),
      row("lines that end without CR", 400, (place) => get({ "X-A": "b\nX-B: c" })(place)),
      row("a NUL in a header", 400, get({ "X-A": "b\0c" })),
      row("20 KB of headers", 431, get({ "X-A": "b".repeat(20_000) })),
      row("another version", 400, (place) => get({})(place).replace("HTTP/1.1", "HTTP/9.9")),
      row("a second request in the body of the first", 400, (place) =>
        request(`GET ${BASE}/v1/trunks`, {}, post({})(place))(place),
      ),
      row("bytes that are no HTTP", 400, () =>
        Buffer.from("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", "latin1"),
      ),
    ],
  },
];
