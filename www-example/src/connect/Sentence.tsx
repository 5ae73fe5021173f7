// A sentence of wavix-trunks/pbx in the language of the page, with what somebody types as it is typed.

import { useConnectWords } from "../words/connect";

export function Sentence({ children }: { children: string }) {
  const { translated } = useConnectWords();
  const sentence = translated(children);
  // Every second part stood between backticks.
  const parts = (sentence ?? children)
    .split("`")
    .map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part));
  return <span {...(sentence === undefined && { lang: "en" })}>{parts}</span>;
}
