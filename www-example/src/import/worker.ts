// Reads, judges and creates away from the page, which stays free whatever the size of the file.

import { expose } from "comlink";
import { init, isWavixError, type Language, TrunkClient, validateTrunkStream } from "wavix-trunks/slim";
import { answering } from "./answering";
import { type Correctable, rowsToCorrect } from "./correctable";
import { Creation, type CreationOptions, type CreationProgress } from "./creation";
import { atIntervals } from "./intervals";
import type { Checked, CheckProgress, Ended } from "./types";

const ready = init();
let checking = new AbortController();
let creation: Creation | undefined;

/** How many rows with problems are shown. */
const MOST_ROWS = 10_000;

const importer = {
  /** Judges every row; nothing when `stop` is called before the end. */
  async check(
    file: Blob,
    language: Language | undefined,
    onProgress: (progress: CheckProgress) => void,
  ): Promise<Checked | undefined> {
    await ready;
    checking = new AbortController();
    try {
      return await validateTrunkStream(answering(file), {
        maxRows: MOST_ROWS,
        signal: checking.signal,
        onProgress: atIntervals(onProgress),
        ...(language && { language }),
      });
    } catch (error) {
      if (isWavixError(error, "aborted")) return undefined;
      throw error;
    }
  },

  stop() {
    checking.abort();
  },

  /** The rows that cannot be sent, in the format of the file. */
  async rowsToCorrect(file: Blob, format: Correctable): Promise<Blob | undefined> {
    await ready;
    return await rowsToCorrect(file, format);
  },

  /**
   * Creates the trunks of all good rows; called again, those that are not settled. Gives what became of each, or why it
   * could not begin: an error itself would lose its code on the way out of a worker.
   */
  async create(
    file: Blob,
    connection: { address: string; key: string },
    options: CreationOptions,
    onProgress: (progress: CreationProgress) => void,
  ): Promise<Ended> {
    await ready;
    const { address, key } = connection;
    const client = new TrunkClient({ baseUrl: address, ...(key && { apiKey: key, auth: "bearer" }) });
    creation ??= new Creation();
    try {
      return { outcomes: await creation.run(file, client, options, atIntervals(onProgress)) };
    } catch (error) {
      if (isWavixError(error)) return { code: error.code, message: error.message };
      throw error;
    } finally {
      client.free();
    }
  },

  pause: () => creation?.pause(),
  resume: () => creation?.resume(),
  cancel: () => creation?.cancel(),
  /** Another file. */
  forget() {
    creation = undefined;
  },
};

export type Importer = typeof importer;

expose(importer);
