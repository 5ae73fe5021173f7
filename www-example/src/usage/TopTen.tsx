// The ten trunks at the top, each with a bar as long as its part of the first.

import { labelOf } from "../trunks/facts";
import { follow, hrefOf } from "../ui/route";
import { amountOf, type Measure, type Used } from "./figures";

interface Props {
  trunks: Used[];
  measure: Measure;
  written: (amount: number) => string;
}

export function TopTen({ trunks, measure, written }: Props) {
  const most = trunks[0] ? amountOf(trunks[0], measure) : 0;
  return (
    <ol className="top-ten">
      {trunks.map((trunk) => {
        const amount = amountOf(trunk, measure);
        return (
          <li key={trunk.id}>
            <a href={hrefOf(`trunks/${trunk.id}`)} onClick={follow}>
              {labelOf(trunk)}
            </a>
            <span className="amount">{written(amount)}</span>
            <span className="bar" aria-hidden="true">
              <span style={{ width: `${most > 0 ? (100 * amount) / most : 0}%` }} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
