// What the package consists of, whichever entry it is loaded by.

export {
  AbortError,
  AmbiguousError,
  AuthenticationError,
  ConfigurationError,
  ConflictError,
  DecodeError,
  InternalError,
  InvalidRequestError,
  isWavixError,
  NetworkError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
  ValidationError,
  WavixError,
} from "./errors.js";
export {
  describeCallerId,
  generatePassword,
  passwordStrength,
  TrunkClient,
  validateField,
  validateTrunk,
} from "./glue.js";
export { trunkSchema } from "./schema.js";
export { trunkFields, trunkJsonSchema } from "./tables.js";
