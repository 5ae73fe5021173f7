// What `pbxConfig` makes of what is typed, or at which field it finds what is wrong.

import { type PbxConfig, type PbxKind, type PbxOptions, pbxConfig, type WavixGateway } from "wavix-trunks/pbx";
import { isWavixError, type Trunk } from "wavix-trunks/slim";

export interface Typed {
  kind: PbxKind;
  gateway: WavixGateway;
  password: string;
  callerId: string;
}

export interface Judgement {
  /** How the trunk proves who calls; nothing when it cannot be used at all. */
  auth: PbxConfig["auth"] | undefined;
  trunkError: string | undefined;
  passwordError: string | undefined;
  callerIdError: string | undefined;
  config: PbxConfig | undefined;
}

/** Every format can hold these, so that what is still wrong beside them is the fault of the other field. */
const GOOD = { password: "stands-for-a-Good-1", callerId: "12121234567" };

export function judge(trunk: Trunk, { kind, gateway, password, callerId }: Typed): Judgement {
  const number = callerId.trim();
  const options = { kind, gateway, password, ...(number && { callerId: number }) };
  const fit = attempt(trunk, { ...options, ...GOOD });
  const auth = fit.config?.auth;
  const awaited = auth === "digest" && password === "";
  return {
    auth,
    trunkError: fit.error,
    passwordError: awaited || fit.error ? undefined : attempt(trunk, { ...options, callerId: GOOD.callerId }).error,
    callerIdError: fit.error ? undefined : attempt(trunk, { ...options, password: GOOD.password }).error,
    config: awaited ? undefined : attempt(trunk, options).config,
  };
}

function attempt(trunk: Trunk, options: PbxOptions): { config?: PbxConfig; error?: string } {
  try {
    return { config: pbxConfig(trunk, options) };
  } catch (error) {
    if (isWavixError(error)) return { error: error.message };
    throw error;
  }
}
