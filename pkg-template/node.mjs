// @ts-check
// Node, Deno and Bun by `import`: the same instance that `require` gets, so `instanceof` holds between the two. Not by
// `export * from "./node.cjs"`: Node would look for names letter by letter through the whole of that file.

import { createRequire } from "node:module";

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
} = createRequire(import.meta.url)("./node.cjs");
