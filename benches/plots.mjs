// The results as pictures.

import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

const OURS = "#1f6feb";
const OTHERS = "#9aa4b2";

/**
 * @param {number} height
 * @param {import("echarts").EChartsOption} option
 */
function drawn(height, option) {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: 720, height });
  chart.setOption({ animation: false, backgroundColor: "#ffffff", ...option });
  const svg = chart.renderToSVGString();
  // It would keep the program from ending.
  chart.dispose();
  return `${svg}\n`;
}

/**
 * @param {string} title
 * @param {[string, number][]} values the longest bar is the best
 */
function bars(title, values) {
  const sorted = values.toSorted(([, one], [, other]) => one - other);
  return drawn(80 + 24 * sorted.length, {
    title: { text: title, textStyle: { fontSize: 14 } },
    grid: { left: 120, right: 80, top: 40, bottom: 30 },
    xAxis: { type: "value" },
    yAxis: { type: "category", data: sorted.map(([name]) => name) },
    series: [
      {
        type: "bar",
        data: sorted.map(([name, value]) => ({
          value: Number(value.toPrecision(3)),
          itemStyle: { color: name === "wavix-trunks" ? OURS : OTHERS },
        })),
        label: { show: true, position: "right" },
      },
    ],
  });
}

/**
 * @param {Record<string, Record<string, number>>} results
 * @returns {Record<string, string>} by the name of the file
 */
export function plots(results) {
  const thousands = (/** @type {Record<string, number> | undefined} */ nanoseconds) =>
    Object.entries(nanoseconds ?? {}).map(([name, each]) => /** @type {[string, number]} */ ([name, 1e6 / each]));
  const line = (/** @type {string} */ name, /** @type {Record<string, number> | undefined} */ times) => ({
    name,
    type: /** @type {const} */ ("line"),
    data: Object.entries(times ?? {}).map(([count, time]) => [Number(count), time / 1e6]),
  });
  return {
    valid: bars("One valid trunk: thousands a second", thousands(results.valid)),
    errors: bars("One object with 6 errors: thousands a second", thousands(results.errors)),
    bulk: bars("10,000 trunks as JSON: thousands a second", thousands(results.bulk)),
    growth: drawn(360, {
      title: { text: "Milliseconds by how many trunks", textStyle: { fontSize: 14 } },
      legend: { bottom: 0 },
      grid: { left: 60, right: 30, top: 40, bottom: 60 },
      xAxis: { type: "log" },
      yAxis: { type: "log" },
      series: [line("validateTrunks, JSON", results.growth), line("listAll, loopback", results.listGrowth)],
    }),
  };
}
