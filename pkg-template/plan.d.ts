import type { Difference, Issue, Trunk, TrunkClient, TrunkConfig, TrunkInput, WavixError } from "wavix-trunks";

/**
 * A trunk as it should be: settings, of which what is left out is to have its default. It is the trunk with this label,
 * or with this id, which a new label then renames.
 */
export type DesiredTrunk = Omit<TrunkInput, "password"> & {
  /** Which trunk, where the label does not tell. */
  id?: number;
  /**
   * The password that a new trunk gets, and that an update sends along. `"keep"`, or nothing: it stays as it is; since an
   * update needs it all the same, {@link ApplyOptions.password} is asked for it.
   */
  password?: "keep" | (string & {});
};

/** An account as it should be. */
export interface Desired {
  trunks: DesiredTrunk[];
}

/** How an account is compared with wishes. */
export interface PlanOptions {
  /** Trunks that are not among the wishes are deleted. Default false: they are left alone. */
  prune?: boolean;
  /** Ask again for what Wavix approves by hand and has not granted: passthrough, a rejected address. Default false. */
  askAgain?: boolean;
  /** Trunks read at the same time, 1 to 100. Default 4. */
  concurrency?: number;
  /** Ends the reading. */
  signal?: AbortSignal | null;
}

/** Something to know about a step, which keeps nothing from being done. */
export interface PlanNotice {
  code: /** The password is not compared: if it alone is new, nothing is done. */
    | "password_not_compared"
    /** The step needs the password: from the wish, or from {@link ApplyOptions.password}. */
    | "password_needed"
    /** Fields that the wish leaves out go back to their defaults. */
    | "resets"
    /** Wavix has not approved it yet, or was not asked. */
    | "waits_for_approval"
    /** Wavix has not granted the address. */
    | "rejected"
    /** A trunk is gone for good, and its calls stop. */
    | "deletes"
    /** Calls to phone numbers lead to the trunk that is to be deleted. */
    | "routed";
  /** For a person. */
  message: string;
  /** Which fields it is about. */
  fields: string[];
}

/** Why a plan cannot be applied. */
export interface PlanProblem {
  code: /** The settings have errors, named in `issues`. */
    | "invalid"
    /** Two wishes are for the same trunk, or several trunks have the label of a wish: `ids`. */
    | "duplicate_label"
    /** There is no trunk with this id. */
    | "unknown_id"
    /** Another trunk has the address, or another wish wants it: `ids`. */
    | "address_taken"
    /** The address cannot be changed while Wavix reviews it. */
    | "address_pending";
  /** For a person. */
  message: string;
  /** Which wish, from 0. */
  index: number;
  /** The trunks in the way. */
  ids: number[];
  /** What is wrong with which field. */
  issues: Issue[];
}

/** What is done about one trunk. It can be printed: the password is read by name only. */
export interface PlanStep {
  action: "create" | "update" | "delete" | "none";
  /** The label that it will have; for a delete the one that it has. */
  label: string;
  /** Which trunk; none for a create. */
  id?: number;
  /** The fields that change; for a create those that are not at their defaults. The password is not among them. */
  differences: Difference[];
  /** All settings but the password; none for a delete. */
  settings?: Omit<TrunkConfig, "password">;
  /** The password of the wish, unless it is `"keep"`. Not enumerable: neither printed nor kept by `JSON.stringify`. */
  readonly password?: string;
  /** Warnings of the rules. */
  issues: Issue[];
  notices: PlanNotice[];
}

/** What it takes to make an account as it should be. Plain data; `JSON.stringify` keeps all but the passwords. */
export interface Plan {
  /** Tells plans apart, in journals. */
  id: string;
  /** It can be applied. */
  ok: boolean;
  /** There is nothing to do. */
  empty: boolean;
  prune: boolean;
  askAgain: boolean;
  counts: Record<PlanStep["action"], number>;
  /** In the order of the wishes; deletes come last. */
  steps: PlanStep[];
  problems: PlanProblem[];
  /** Trunks that are not among the wishes and stay. */
  unmanaged: { id: number; label: string }[];
}

/**
 * Compares an account with how it should be. Reads only: the list, and each trunk that is among the wishes.
 *
 * @throws {ConfigurationError} when the wishes are no `{ trunks: [] }`
 * @throws {ConflictError} when not all trunks of the list came
 * @throws {WavixError} what the client throws when reading fails
 * @example
 * const wishes = { trunks: [{ label: "Head office", password: "keep", callerid: "12121234567" }] };
 * const { counts, steps } = await plan(client, wishes);
 * counts; // { create: 0, update: 1, delete: 0, none: 0 }
 * steps[0].differences; // [{ field: "callerid", before: "442079460018", after: "12121234567" }]
 */
export function plan(client: TrunkClient, desired: Desired, options?: PlanOptions): Promise<Plan>;

/** What happened to a step. Holds no password. */
export interface JournalEntry {
  /** The {@link Plan.id}. */
  plan: string;
  /** Which step, from 0. */
  step: number;
  status: "started" | "done" | "failed";
  /** Which trunk, once it is known. */
  id?: number;
}

/** Where it is written down what was done, so that an interrupted plan can go on. */
export interface Journal {
  /** Everything that was written down. */
  read(): Iterable<JournalEntry> | Promise<Iterable<JournalEntry>>;
  /** Writes down one entry, before the request is sent and after its answer. What it throws ends the applying. */
  append(entry: JournalEntry): void | Promise<void>;
}

/** How a plan is applied. */
export interface ApplyOptions {
  /**
   * What becomes of a trunk that is to be deleted and to which calls to phone numbers lead. `"refuse"`: the step fails with a
   * `RoutedError`. `"delete"`: it is deleted. Default: as `"refuse"`, but for an API key that may not list phone numbers, with
   * which nobody can tell.
   */
  ifRouted?: "refuse" | "delete";
  /** Trunks worked on at the same time, 1 to 100. Default 4. */
  concurrency?: number;
  /** Called after each step. */
  onProgress?: (progress: { done: number; failed: number; total: number; step: PlanStep }) => void;
  /** Ends it: what is under way is finished, and what has not begun is left `"not_started"`. */
  signal?: AbortSignal | null;
  /** Makes it go on where an earlier run of the same plan ended. */
  journal?: Journal;
  /** Asked for the password of a step whose wish has none, or `"keep"`. */
  password?: (step: PlanStep) => string | undefined | Promise<string | undefined>;
}

/** What became of a step. */
export interface AppliedStep {
  step: PlanStep;
  /** `"found"`: an earlier run, whose journal is at hand, had done it. */
  status: "done" | "found" | "failed" | "not_started";
  /** The trunk that was made or changed. */
  trunk?: Trunk;
  /** Why it failed; its `outcome` says whether it may have happened. */
  error?: WavixError;
}

/** What became of a plan. */
export interface Applied {
  /** All is as it should be. */
  ok: boolean;
  /** The steps that had something to do, in order. */
  steps: AppliedStep[];
}

/**
 * Does what a plan says. It plans anew first, and refuses when something moved since, unless the journal says that it was
 * this plan. A create whose answer is lost is looked for and never made twice.
 *
 * @throws {ConfigurationError} when the plan has problems, a password is missing, or the journal is of another plan:
 * nothing was sent
 * @throws {ConflictError} when the account has changed since the plan was made: nothing was sent
 * @example
 * const made = await plan(client, wishes);
 * const { ok, steps } = await apply(client, made, { onProgress: ({ done, total }) => show(done / total) });
 */
export function apply(client: TrunkClient, plan: Plan, options?: ApplyOptions): Promise<Applied>;

/**
 * An account as wishes: the plan of them is empty. Of a trunk with settings that the rules would not send, such as one without
 * a caller ID, the plan says as a problem what is missing. Passwords, which Wavix does not give, are `"keep"`. A trunk has its id
 * only where several have its label.
 *
 * @example
 * import { writeFile } from "node:fs/promises";
 *
 * await writeFile("trunks.json", JSON.stringify(await exportState(client), null, 2));
 */
export function exportState(
  client: TrunkClient,
  options?: Pick<PlanOptions, "concurrency" | "signal">,
): Promise<Desired>;
