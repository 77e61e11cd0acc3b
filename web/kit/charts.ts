// Draws the figures of a page. Each figure carries its rows as JSON and, for those who do not see it, as a table.
import { axes, barWidthOf, base, draw, escaped, heightOf, pattern, tip, type Look, type Option, type Tone } from "../bars/bars";

type Column = { name: string; tone: Tone };
type Row = { name: string; counts: number[]; shown: string[]; sum: string; href: string | null };
type Chart = { columns: Column[]; rows: Row[] };

const look: Look = { text: "var(--body-color)", ground: "var(--bg-surface)", fontSize: 14, rowHeight: 34, letterWidth: 7.6 };

const colour = (tone: Tone) => (tone === "plain" ? "var(--accent)" : `var(--chart-${tone})`);

function optionOf(chart: Chart, width: number): Option {
  const { rows, columns } = chart;
  return {
    ...base(look),
    ...axes(rows.map((row) => row.name), rows.map((row) => row.counts), rows.map((row) => row.sum), width, look),
    series: columns.map((column, at) => ({
      type: "bar",
      stack: "all",
      barWidth: barWidthOf(width),
      data: rows.map((row) => row.counts[at]!),
      itemStyle: { color: colour(column.tone), decal: pattern[column.tone] },
      cursor: rows.some((row) => row.href) ? "pointer" : "default",
      showBackground: at === 0,
      backgroundStyle: { color: "var(--quiet)" },
      emphasis: { disabled: true },
    })),
    tooltip: {
      ...base(look).tooltip,
      trigger: "axis",
      axisPointer: { type: "none" },
      formatter: (at: unknown) => {
        const row = rows[(at as { dataIndex: number }[])[0]!.dataIndex]!;
        return escaped(row.name) + columns.map((column, i) => tip(column.tone, column.name, row.shown[i]!)).join("");
      },
    },
  };
}

function begin(figure: HTMLElement): void {
  const chart = JSON.parse(figure.querySelector("script")!.textContent!) as Chart;
  const place = figure.querySelector<HTMLElement>(".drawing")!;
  if (chart.rows.length === 0) return;
  figure.classList.add("drawn");
  const { drawing } = draw(place, (width) => heightOf(chart.rows.length, width, look), (width) => optionOf(chart, width));
  drawing.on("click", ({ dataIndex }) => {
    const href = chart.rows[dataIndex]?.href;
    if (href) location.assign(href);
  });
}

for (const figure of document.querySelectorAll<HTMLElement>("figure[data-chart]")) begin(figure);
