// A sentence about what was done, which screen readers read out when it appears.

import type { ReactNode } from "react";

export function Notice({ tone, children }: { tone: "done" | "info"; children: ReactNode }) {
  return (
    <div role="status" className={children ? "notice" : undefined} data-tone={tone}>
      {children}
    </div>
  );
}
