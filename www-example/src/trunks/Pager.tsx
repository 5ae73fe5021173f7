// From page to page of a list that is longer than one.

import type { Pagination } from "wavix-trunks";

interface Props {
  page: number;
  pagination: Pagination;
  onPage: (page: number) => void;
}

export function Pager({ page, pagination, onPage }: Props) {
  const { total = 0, total_pages: pages = 1 } = pagination;
  if (pages <= 1 && page === 1) return null;
  return (
    <nav className="pager" aria-label="Pages">
      <button type="button" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        Previous
      </button>
      <p>
        Page {page} of {pages} · {total} trunks
      </p>
      <button type="button" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        Next
      </button>
    </nav>
  );
}
