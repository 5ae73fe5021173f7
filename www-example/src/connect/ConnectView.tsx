// Connecting a PBX: which trunk, then the settings with which a system uses it, to copy or to download.
//
// How it uses wavix-trunks: `pbxKinds` and `wavixGateways` of wavix-trunks/pbx are what can be chosen, `client.get` reads
// the trunk, and `pbxConfig` writes the settings; what it throws leads to the field that is wrong (judge.ts).

import { type FormEvent, useState } from "react";
import { useWords } from "../settings/preferences";
import { labelOf } from "../trunks/facts";
import { useTrunk, useTrunks } from "../trunks/queries";
import { Failure } from "../ui/Failure";
import { Field } from "../ui/Field";
import { follow, hrefOf, navigate, useRoute } from "../ui/route";
import { useConnectWords } from "../words/connect";
import { Connect } from "./Connect";
import "../ui/fields.css";
import "../form/form.css";
import "./connect.css";

export function ConnectView() {
  const words = useConnectWords();
  const shared = useWords();
  const { path } = useRoute();
  const id = path[1];
  return (
    <div className="narrow connect">
      <div className="view-head">
        <h1 tabIndex={-1}>{shared.views.connect}</h1>
        {id && (
          <a href={hrefOf("connect")} onClick={follow}>
            {words.anotherTrunk}
          </a>
        )}
      </div>
      {/* A password typed for one trunk is not that of another. */}
      {id ? <OfTrunk key={id} id={Number(id)} /> : <ChooseTrunk />}
    </div>
  );
}

function OfTrunk({ id }: { id: number }) {
  const shared = useWords();
  const { data: trunk, error, isFetching, refetch } = useTrunk(id);
  if (trunk) return <Connect trunk={trunk} />;
  if (error) return <Failure error={error} onRetry={refetch} busy={isFetching} />;
  return <p role="status">{shared.trunks.loadingOne}</p>;
}

function ChooseTrunk() {
  const words = useConnectWords();
  const shared = useWords();
  const { data, error, isFetching, isPending, refetch } = useTrunks();
  const [chosen, setChosen] = useState("");
  const trunks = data?.trunks ?? [];
  const id = chosen || trunks[0]?.id;

  function submit(event: FormEvent) {
    event.preventDefault();
    navigate(hrefOf(`connect/${id}`));
  }

  return (
    <>
      {error && <Failure error={error} onRetry={refetch} busy={isFetching} />}
      {isPending && <p role="status">{shared.trunks.loading}</p>}
      {data && trunks.length === 0 && !isFetching && <p>{shared.trunks.noneYetAdvice}</p>}
      {trunks.length > 0 && (
        <form className="card" onSubmit={submit}>
          <p>{words.chooseTrunk}</p>
          <Field label={words.trunk}>
            {(joined) => (
              <select {...joined} value={id} onChange={(event) => setChosen(event.target.value)}>
                {trunks.map((trunk) => (
                  <option key={trunk.id} value={trunk.id}>
                    {labelOf(trunk)} ({trunk.name})
                  </option>
                ))}
              </select>
            )}
          </Field>
          <div className="actions end">
            <button type="submit" className="main">
              {words.goOn}
            </button>
          </div>
        </form>
      )}
    </>
  );
}
