// @ts-check
// What every runtime does with the package; copied into each project, and the same everywhere.

/**
 * @param {Pick<typeof import("wavix-trunks"), "TrunkClient" | "validateTrunk" | "WavixError">} wavix
 * @param {string} baseUrl
 */
export async function tour({ TrunkClient, validateTrunk, WavixError }, baseUrl) {
  const client = new TrunkClient({ apiKey: "sandbox-key", baseUrl, auth: "bearer" });
  const settings = { label: "Über", password: "correct-Horse-7", callerid: "+1 (212) 123-4567" };
  const report = validateTrunk({ ...settings, call_restrict: true });
  const created = await client.create(settings);
  const changed = await client.update(created.id, { ...settings, label: "Branch" });
  const { pagination } = await client.list({ per_page: 5 });
  const deleted = await client.delete(created.id);
  const error = await client.get(created.id).catch((error) => error);
  return {
    issues: report.issues.map(({ path, code, severity }) => [path.join("."), code, severity]),
    created: [created.label, created.callerid],
    changed: changed.label,
    perPage: pagination.per_page,
    deleted,
    error: [error instanceof WavixError, error instanceof Error, error.name, error.code, error.status],
  };
}
