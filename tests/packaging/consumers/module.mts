// A strict TypeScript module that uses everything, and is refused what makes no sense.

import type {
  BulkReport,
  BulkRow,
  BulkStreamOptions,
  ClientOptions,
  ErrorCode,
  Issue,
  Page,
  Report,
  Trunk,
  TrunkConfig,
  TrunkInput,
} from "wavix-trunks";
import { readTrunks, TrunkClient, validateTrunk, validateTrunkStream, validateTrunks, WavixError } from "wavix-trunks";

const options: ClientOptions = { apiKey: "key", auth: "bearer", baseUrl: "http://127.0.0.1:1" };
const client = new TrunkClient(options);

export async function manage(input: TrunkInput): Promise<TrunkConfig | undefined> {
  const page: Page = await client.list({ page: 1, per_page: 50 });
  const labels: string[] = page.sip_trunks.map((trunk) => trunk.label);
  const trunk: Trunk = await client.create({ ...input, label: labels.join() });
  const id: number = trunk.id;
  const name: string = (await client.update(id, input)).name;
  const deleted: true = (await client.delete(id)).success;
  try {
    await client.get(id);
  } catch (error) {
    if (!(error instanceof WavixError)) throw error;
    const code: ErrorCode = error.code;
    const status: number | undefined = error.status;
    const issues: Issue[] = error.issues;
    console.log(name, deleted, code, status, issues[0]?.path);
  }
  const report: Report = validateTrunk({ label: "unknown is welcome" });
  return report.ok ? report.value : undefined;
}

// @ts-expect-error: a way that does not exist
new TrunkClient({ apiKey: "key", auth: "basic" });
// @ts-expect-error: the number of a trunk is a number
client.get("1");
// @ts-expect-error: a trunk has a label and a password
client.create({});
// @ts-expect-error: every call is a promise
export const now: Trunk = client.get(1);
// @ts-expect-error: a report that may be bad has no value yet
export const config: TrunkConfig = validateTrunk({}).value;
// @ts-expect-error: codes are a closed list
export const wrong = (error: WavixError) => error.code === "no such code";

export async function upload(file: Blob): Promise<number> {
  const options: BulkStreamOptions = { format: "csv", maxRows: 10, onProgress: ({ bytes, rows }) => bytes + rows };
  const report: BulkReport = await validateTrunkStream(file.stream(), options);
  const first: BulkRow | undefined = validateTrunks(await file.text(), { strict: true }).rows[0];
  for await (const rows of readTrunks(file.stream())) {
    for (const row of rows) {
      const config: TrunkConfig | undefined = row.ok ? row.value : row.value;
      console.log(row.row, row.line, config?.label, first?.issues);
    }
  }
  return report.total;
}

// @ts-expect-error: a format that does not exist
validateTrunks("", { format: "xlsx" });
// @ts-expect-error: a value is there only when the row is good
for await (const rows of readTrunks(new Blob([]).stream())) console.log(rows[0]?.value.label);
