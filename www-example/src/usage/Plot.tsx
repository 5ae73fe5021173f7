// A number for each trunk, from the greatest to the least, drawn by uPlot. The same numbers stand in the table below.

import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { usePreferences } from "../settings/preferences";

interface Props {
  values: number[];
  /** What it shows, for those who do not see it. */
  caption: string;
  across: string;
  up: string;
}

const HEIGHT = 240;

export function Plot({ values, caption, across, up }: Props) {
  const { preferences } = usePreferences();
  const place = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides the colours, which are read when it is drawn
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const plot = new uPlot(optionsFor(element, across, up), [values.map((_, index) => index + 1), values], element);
    const sizes = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    sizes.observe(element);
    return () => {
      sizes.disconnect();
      plot.destroy();
    };
  }, [values, across, up, preferences.theme]);

  return <div className="plot" ref={place} role="img" aria-label={caption} />;
}

function optionsFor(element: HTMLElement, across: string, up: string): uPlot.Options {
  const style = getComputedStyle(element);
  // A canvas knows no `light-dark()`; the colours of these borders are what it came to.
  const [text, line, grid] = [style.color, style.borderTopColor, style.borderBottomColor];
  const axis = { stroke: text, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid, width: 1 } };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    scales: { x: { time: false } },
    legend: { show: false },
    cursor: { show: false },
    axes: [
      // There is no half of a trunk.
      { ...axis, label: across, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000] },
      { ...axis, label: up, size: 70 },
    ],
    series: [
      {},
      { stroke: line, width: 2, fill: `color-mix(in srgb, ${line} 22%, transparent)`, points: { show: false } },
    ],
  };
}
