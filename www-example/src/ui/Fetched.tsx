// Around what is fetched when somebody goes there: a part that does not arrive says so, and the rest of the page stays.

import { Component, type ReactNode } from "react";
import { useWords } from "../settings/preferences";

export class Fetched extends Component<{ children: ReactNode }, { missing: boolean }> {
  override state = { missing: false };

  static getDerivedStateFromError() {
    return { missing: true };
  }

  override render() {
    return this.state.missing ? <Missing /> : this.props.children;
  }
}

function Missing() {
  const words = useWords();
  const [title, advice] = words.failure.part;
  return (
    <div className="notice" data-tone="error" role="alert">
      <p className="title">{title}</p>
      <p>{advice}</p>
      <div className="actions">
        <button type="button" onClick={() => location.reload()}>
          {words.failure.reload}
        </button>
      </div>
    </div>
  );
}
