// Where the month's talk time and money go: totals, each trunk in order, the ten at the top, the shares by status, and
// all numbers as a table.
//
// How it uses wavix-trunks: the same list as the trunks' own view, from `client.pages()`; a summary holds `talk_time` in
// seconds and `charge` in USD as decimal digits, summed up in figures.ts.

import { useMemo } from "react";
import { useWords } from "../settings/preferences";
import { chargeOf, statusOf, talkTimeOf } from "../trunks/facts";
import { useTrunks } from "../trunks/queries";
import { Failure } from "../ui/Failure";
import { LongTable } from "../ui/LongTable";
import { hrefOf, replace, useRoute } from "../ui/route";
import { useUsageWords } from "../words/usage";
import { type Figures, figuresOf, inOrder, type Measure, moneyOf } from "./figures";
import { Plot } from "./Plot";
import { Shares } from "./Shares";
import { TopTen } from "./TopTen";
import "../ui/fields.css";
import "./usage.css";

export function UsageView() {
  const words = useUsageWords();
  const shared = useWords();
  const { data, error, isPending, isFetching, refetch } = useTrunks();
  const figures = useMemo(() => data && figuresOf(data.trunks), [data]);
  const unfinished = isFetching && data && data.trunks.length < data.total;
  return (
    <>
      <div className="view-head">
        <h1 tabIndex={-1}>{shared.views.usage}</h1>
        <p className="help" role="status">
          {unfinished ? shared.trunks.loadingSome(data.trunks.length, data.total) : words.thisMonth}
        </p>
      </div>
      {error && <Failure error={error} onRetry={refetch} busy={isFetching} />}
      {isPending && <p role="status">{shared.trunks.loading}</p>}
      {figures && <Charts figures={figures} />}
    </>
  );
}

function Charts({ figures }: { figures: Figures }) {
  const words = useUsageWords();
  const shared = useWords();
  const { query } = useRoute();
  const measure: Measure = query.get("by") === "charge" ? "charge" : "talk_time";
  const ordered = useMemo(() => inOrder(figures.trunks, measure), [figures, measure]);
  const written = measure === "charge" ? moneyOf : talkTimeOf;
  const name = words.measures[measure];
  const plotted = useMemo(
    () => ordered.map((trunk) => (measure === "charge" ? trunk.money : (trunk.talk_time ?? 0) / 3600)),
    [ordered, measure],
  );
  const total = measure === "charge" ? moneyOf(figures.charge) : talkTimeOf(figures.talkTime);

  return (
    <div className="usage">
      <dl className="totals">
        <div>
          <dt>{words.trunks}</dt>
          <dd>{figures.trunks.length.toLocaleString()}</dd>
        </div>
        <div>
          <dt>{words.measures.talk_time}</dt>
          <dd>{talkTimeOf(figures.talkTime)}</dd>
        </div>
        <div>
          <dt>{words.measures.charge}</dt>
          <dd>{moneyOf(figures.charge)}</dd>
        </div>
      </dl>
      <label className="measure">
        {words.measure}
        <select
          value={measure}
          onChange={(event) => replace(hrefOf("usage", new URLSearchParams({ by: event.target.value })))}
        >
          <option value="talk_time">{words.measures.talk_time}</option>
          <option value="charge">{words.measures.charge}</option>
        </select>
      </label>
      <section className="card wide">
        <h2>{words.perTrunk(name)}</h2>
        <Plot
          values={plotted}
          caption={words.plotCaption(name, figures.trunks.length, total)}
          across={words.rank}
          up={words.units[measure]}
        />
      </section>
      <section className="card">
        <h2>{words.topTen(name)}</h2>
        <TopTen trunks={ordered.slice(0, 10)} measure={measure} written={written} />
      </section>
      <section className="card">
        <h2>{words.byStatus}</h2>
        <Shares counts={figures.byStatus} />
      </section>
      <section className="card wide">
        <h2>{words.numbers}</h2>
        <LongTable
          caption={words.numbers}
          rows={ordered}
          columns={[
            { name: "label", head: shared.trunks.columns.label, cell: ({ label }) => label },
            { name: "login", head: shared.trunks.columns.name, cell: ({ name }) => <code>{name}</code> },
            { name: "status", head: shared.trunks.columns.status, cell: ({ status }) => statusOf(status, shared).word },
            { name: "figure", head: words.measures.talk_time, cell: (trunk) => talkTimeOf(trunk.talk_time) },
            { name: "figure2", head: words.measures.charge, cell: (trunk) => chargeOf(trunk.charge) },
          ]}
        />
      </section>
    </div>
  );
}
