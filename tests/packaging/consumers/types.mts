// What calls give, to the letter: not only assignable, but neither wider nor narrower than it says.

import { expectTypeOf } from "expect-type";
import type {
  BulkReport,
  Call,
  CallerId,
  Deleted,
  ErrorCode,
  Issue,
  Outcome,
  Page,
  PasswordStrength,
  Report,
  Settled,
  Trunk,
  TrunkConfig,
  TrunkField,
  TrunkSummary,
} from "wavix-trunks";
import {
  AbortError,
  describeCallerId,
  generatePassword,
  isWavixError,
  passwordStrength,
  TrunkClient,
  trunkFields,
  trunkJsonSchema,
  validateField,
  validateTrunk,
  validateTrunkStream,
  validateTrunks,
  WavixError,
} from "wavix-trunks";
import * as slim from "wavix-trunks/slim";

const client = new TrunkClient({ apiKey: "key" });

expectTypeOf(client.get(1)).toEqualTypeOf<Call<Trunk>>();
expectTypeOf(client.list()).toEqualTypeOf<Call<Page>>();
expectTypeOf(client.delete(1)).toEqualTypeOf<Call<Deleted>>();
expectTypeOf(client.createMany([])).toEqualTypeOf<Promise<Settled<Trunk>[]>>();
expectTypeOf(await client.get(1)).toEqualTypeOf<Trunk>();
expectTypeOf((await client.list()).sip_trunks).toEqualTypeOf<TrunkSummary[]>();
for await (const trunk of client.listAll()) expectTypeOf(trunk).toEqualTypeOf<TrunkSummary>();

expectTypeOf(validateTrunk({})).toEqualTypeOf<Report>();
const report = validateTrunk({});
if (report.ok) expectTypeOf(report.value).toEqualTypeOf<TrunkConfig>();
expectTypeOf(report.issues).toEqualTypeOf<Issue[]>();
expectTypeOf(validateTrunk).parameter(0).toBeUnknown();
expectTypeOf(validateField("callerid", "")).toEqualTypeOf<Issue[]>();
expectTypeOf(validateTrunks("")).toEqualTypeOf<BulkReport>();
expectTypeOf(validateTrunkStream).returns.toEqualTypeOf<Promise<BulkReport>>();

expectTypeOf(generatePassword()).toBeString();
expectTypeOf(passwordStrength("")).toEqualTypeOf<PasswordStrength>();
expectTypeOf(describeCallerId("")).toEqualTypeOf<CallerId | null>();
expectTypeOf(trunkFields).toEqualTypeOf<readonly TrunkField[]>();
expectTypeOf(trunkJsonSchema()).toEqualTypeOf<Record<string, unknown>>();

expectTypeOf<WavixError>().toExtend<Error>();
expectTypeOf<WavixError["code"]>().toEqualTypeOf<ErrorCode>();
expectTypeOf<AbortError["code"]>().toEqualTypeOf<"aborted">();
expectTypeOf<WavixError["outcome"]>().toEqualTypeOf<Outcome | undefined>();
const error: unknown = undefined;
if (isWavixError(error, "rate_limit")) expectTypeOf(error.code).toEqualTypeOf<"rate_limit">();

expectTypeOf<slim.TrunkClient>().toEqualTypeOf<TrunkClient>();
expectTypeOf(slim.init).returns.toEqualTypeOf<Promise<void>>();
console.log(AbortError, WavixError);
