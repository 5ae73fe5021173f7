import type { Issue, TrunkConfig, ValidateOptions } from "wavix-trunks";

/** How the rows of a file are written. */
export type BulkFormat = "json" | "ndjson" | "csv";

/** How many trunks at once are read and judged. */
export interface BulkOptions extends ValidateOptions {
  /**
   * `"json"` is one array, `"ndjson"` an object on each line (or with any white space between them), `"csv"` cells under
   * a first line that names the fields. Default: by the first character, `[`, `{` or anything else.
   */
  format?: BulkFormat;
  /** How many rows with issues a report keeps; its counts are complete all the same. Default 10,000. */
  maxRows?: number;
}

/** How a stream is read. */
export interface BulkStreamOptions extends BulkOptions {
  /** Called after each chunk with what has been read so far. */
  onProgress?: (progress: { bytes: number; rows: number }) => void;
  /** Ends the reading: it rejects with an {@link AbortError} whose `cause` is the signal's reason. */
  signal?: AbortSignal | null;
}

/** Bytes as they arrive: `response.body`, `file.stream()`, `createReadStream(path)` of Node; or chunks that are there. */
export type TrunkSource = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A row about which there is something to say. */
export interface BulkRow {
  /** Which one, from 1. The first line of a CSV file is no row. */
  row: number;
  /** The line on which it begins, from 1. */
  line: number;
  /** It can be sent. */
  ok: boolean;
  /** Errors and warnings; of more than 100 the first 100. */
  issues: Issue[];
}

/** A row of a file, whatever there is to say about it. */
export type TrunkRow = BulkRow &
  (
    | {
        ok: true;
        /** The settings, complete and normalised. */
        value: TrunkConfig;
      }
    | { ok: false; value?: undefined }
  );

/** Counts, and what is wrong with the file itself. */
export interface BulkSummary {
  /** Everything was read, and every row can be sent. */
  ok: boolean;
  /** How the rows are written; `null` for a file in which there is nothing. */
  format: BulkFormat | null;
  /** How many rows there are. */
  total: number;
  /** How many of them can be sent. */
  valid: number;
  /** How many of them cannot. */
  invalid: number;
  /** How many of them have warnings. */
  warnings: number;
  /** Where reading stopped before the end, and why: one issue of code `syntax`. What came before it has been judged. */
  issues: Issue[];
}

/** What came out of a validation of many. */
export interface BulkReport extends BulkSummary {
  /** The rows with issues, the first {@link BulkOptions.maxRows} of them. */
  rows: BulkRow[];
  /** There are more rows with issues than were kept. */
  truncated: boolean;
}

/**
 * Judges every trunk of a file: a JSON array, NDJSON or CSV. A row that cannot be read is one issue with its line and
 * column, and the others are judged all the same. A label or a `host_request.host` that an earlier row has is a warning.
 * Never throws, whatever the file holds; no issue quotes it.
 *
 * @throws {ConfigurationError} when `data` is neither bytes nor text
 * @example
 * const report = validateTrunks("label,password,callerid\nFax,********,12121234567\n");
 * report.invalid; // 1
 * report.rows[0]; // { row: 1, line: 2, ok: false, issues: [{ path: ["password"], code: "masked", … }] }
 */
export function validateTrunks(data: Uint8Array | string, options?: BulkOptions): BulkReport;

/**
 * The same for a file of any size, as it arrives. What it keeps of each row is up to 30 bytes for its label, to find
 * duplicates, and its issues up to {@link BulkOptions.maxRows} rows.
 *
 * @throws {AbortError} when the signal fires; what the stream throws is thrown as it is
 * @example
 * const report = await validateTrunkStream(file.stream(), { onProgress: ({ bytes }) => (bar.value = bytes) });
 */
export function validateTrunkStream(stream: TrunkSource, options?: BulkStreamOptions): Promise<BulkReport>;

/**
 * Every row of a file with its config, in batches as they arrive: for an import. The generator returns the summary.
 *
 * @throws {AbortError} when the signal fires; what the stream throws is thrown as it is
 * @example
 * for await (const rows of readTrunks(file.stream())) {
 *   for (const row of rows) if (row.ok) await client.create(row.value);
 * }
 */
export function readTrunks(
  stream: TrunkSource,
  options?: BulkStreamOptions,
): AsyncGenerator<TrunkRow[], BulkSummary, undefined>;
