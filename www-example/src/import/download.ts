// Hands a file to whoever sits in front of the page, and writes CSV.

export function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe. */
export function csv(rows: readonly (readonly (string | number)[])[]): Blob {
  const text = rows.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
  return new Blob([text], { type: "text/csv" });
}

function cell(value: string | number): string {
  const text = String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
