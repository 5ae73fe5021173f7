// What works without the wasm: a bundle that imports nothing else carries none.

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
  RoutedError,
  ServerError,
  TimeoutError,
  ValidationError,
  WavixError,
} from "./errors.js";
export { trunkFields, trunkJsonSchema } from "./tables.js";
