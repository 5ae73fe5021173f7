// @ts-check
// Node, Deno and Bun by `import`: the same instance that `require` gets, so `instanceof` holds between the two. The code
// is in both files, and who comes first runs it: to go from one kind of module to the other takes Node longer than to read
// either. Nothing else is imported, because Node looks through all that a module of its own exports, and for `node:fs`
// loads more of them.

import { createRequire } from "node:module";

const require = process.getBuiltinModule ?? createRequire(import.meta.url);
// A module of Node's has no `__dirname`. In a bundle that Bun made of it there is one: where the package was.
const WASM =
  typeof __dirname === "string"
    ? `${__dirname}/wavix_trunks_bg.wasm`
    : new URL("./wavix_trunks_bg.wasm", import.meta.url);

/** @type {Record<symbol, Record<string, unknown>>} */
const shared = globalThis;
const NAME = Symbol.for("wavix-trunks 0.0.0");
shared[NAME] ??= instance(require, WASM);

export const {
  AbortError,
  AmbiguousError,
  AuthenticationError,
  ConfigurationError,
  ConflictError,
  DecodeError,
  describeCallerId,
  generatePassword,
  InternalError,
  InvalidRequestError,
  isWavixError,
  NetworkError,
  NotFoundError,
  PermissionError,
  passwordStrength,
  RateLimitError,
  RoutedError,
  readTrunks,
  ServerError,
  TimeoutError,
  TrunkClient,
  trunkFields,
  trunkJsonSchema,
  trunkSchema,
  ValidationError,
  validateDestinations,
  validateField,
  validateTrunk,
  validateTrunkStream,
  validateTrunks,
  WavixError,
} = shared[NAME];
