// All trunks of a list over loopback: `node listing.mjs CONTESTANT URL COUNT` prints the milliseconds it takes and by how
// many MiB the heap grew.

const [contestant, url = "", count = "0"] = process.argv.slice(2);
const PER_PAGE = 100;
/** The one that the sandbox knows. */
const KEY = "sandbox-key";

/** @type {Record<string, () => Promise<AsyncIterable<{ id: number }>>>} */
const contestants = {
  fetch: async () => {
    const page = async (/** @type {number} */ number) => {
      const answer = await fetch(`${url}/v1/trunks?page=${number}&per_page=${PER_PAGE}&appid=${KEY}`);
      return JSON.parse(await answer.text());
    };
    return paged(page);
  },
  "wavix-trunks": async () => {
    const { TrunkClient } = await import("wavix-trunks");
    return new TrunkClient({ apiKey: KEY, baseUrl: url }).listAll({ per_page: PER_PAGE });
  },
  telnyx: async () => {
    const { default: Telnyx } = await import("telnyx");
    const client = new Telnyx({ apiKey: KEY, baseURL: url });
    return paged((page) => client.get("/v1/trunks", { query: { page, per_page: PER_PAGE } }));
  },
  openai: async () => {
    const { default: OpenAI } = await import("openai");
    const client = new OpenAI({ apiKey: KEY, baseURL: url });
    return paged((page) => client.get("/v1/trunks", { query: { page, per_page: PER_PAGE } }));
  },
};

/** @param {(page: number) => Promise<any>} page */
async function* paged(page) {
  for (let number = 1, last = 1; number <= last; number++) {
    const { sip_trunks, pagination } = await page(number);
    yield* sip_trunks;
    last = pagination.total_pages;
  }
}

async function walk() {
  let sum = 0;
  let rows = 0;
  for await (const { id } of await contestants[contestant ?? ""]()) {
    sum += id;
    rows++;
  }
  if (rows !== Number(count) || sum !== (rows * (rows + 1)) / 2) throw new Error(`${contestant} saw ${rows} trunks`);
}

await walk();
const heap = process.memoryUsage().rss;
const begun = process.hrtime.bigint();
await walk();
const milliseconds = Number(process.hrtime.bigint() - begun) / 1e6;
console.log(JSON.stringify([milliseconds, (process.memoryUsage().rss - heap) / 2 ** 20]));
