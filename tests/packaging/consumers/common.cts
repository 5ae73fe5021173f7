// A strict CommonJS script of TypeScript.

import wavix = require("wavix-trunks");

const client = new wavix.TrunkClient({ apiKey: "key" });

export async function labels(): Promise<string[]> {
  try {
    const page: wavix.Page = await client.list();
    return page.sip_trunks.map((trunk) => trunk.label);
  } catch (error) {
    return error instanceof wavix.WavixError ? [error.code] : [];
  }
}

// @ts-expect-error: the number of a trunk is a number
client.get("1");
