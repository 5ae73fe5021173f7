//! TypeScript types that no Rust type has the shape of. The others are generated from the Rust types by tsify.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** Fields that this version does not know are there all the same, untouched: read them with a cast. */
export interface Extra {}

/**
 * Settings as you would write them down: the two that every trunk needs, whichever others you want to set, and the
 * shapes of the older documents. {@link validateTrunk} makes a {@link TrunkConfig} of them.
 *
 * @example
 * const settings: TrunkInput = { label: "Head office", password: "correct-Horse-7", callerid: "+1 (212) 123-4567" };
 */
export type TrunkInput = Pick<TrunkConfig, "label" | "password"> & {
  [Name in Exclude<keyof TrunkConfig, "label" | "password" | "allowed_ips" | "max_call_cost">]?: TrunkConfig[Name] | null;
} & {
  /** Addresses as text, as `{ ip }`, or as a trunk has them, `{ id, ip }`. */
  allowed_ips?: (string | AllowedIp | AllowedAddress)[] | null;
  /** USD, as a number or as decimal digits. */
  max_call_cost?: number | string | null;
};

/** Whose trunks, where, and how the key travels. */
export interface ClientOptions {
  /** Your Wavix API key. Needed unless `baseUrl` is a relay that adds it. Keep it out of browsers. */
  apiKey?: string;
  /**
   * `"query"` sends `?appid=<key>`, as the overview documents it; `"bearer"` sends `Authorization: Bearer <key>`, which
   * Wavix's newer documents prefer and which keeps the key out of logs of URLs. Default `"query"`.
   */
  auth?: "query" | "bearer";
  /**
   * Where the API is: https, or http on this machine. In a page it may be a path, such as `/api/wavix`.
   * Default `https://api.wavix.com`.
   */
  baseUrl?: string;
  /** Allows http to another machine than this one. Default false. */
  allowInsecure?: boolean;
  /** Allows an API key in a browser page, where every visitor can read it. Default false. */
  dangerouslyAllowBrowser?: boolean;
  /** Anything that behaves like `fetch`. Default: the `fetch` of the runtime. */
  fetch?: typeof fetch;
}
"#;
