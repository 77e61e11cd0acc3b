// Draws the figures of a page. Each figure carries its rows as JSON and, for those who do not see it, as a table.
import { BarChart, type BarSeriesOption } from "echarts/charts";
import { GridComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

type Tone = "plain" | "right" | "wrong" | "waiting" | "late" | "invalid" | "note";
type Column = { name: string; tone: Tone };
type Row = { name: string; counts: number[]; shown: string[]; sum: string; href: string | null };
type Chart = { columns: Column[]; rows: Row[] };
type Option = echarts.ComposeOption<BarSeriesOption | GridComponentOption | TooltipComponentOption>;

echarts.use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

const font = '"Be Vietnam Pro", system-ui, "Noto Sans", "Segoe UI", sans-serif';
const narrow = 560;

// Colours are the page's own variables: light, dark and print follow without drawing again.
const colour = (tone: Tone) => (tone === "plain" ? "var(--accent)" : `var(--chart-${tone})`);

const pattern: Partial<Record<Tone, object>> = {
  wrong: { symbol: "rect", color: "var(--pattern)", dashArrayX: [1, 0], dashArrayY: [1.5, 5], rotation: -Math.PI / 4 },
  late: { symbol: "rect", color: "var(--pattern)", dashArrayX: [1, 0], dashArrayY: [1.5, 5], rotation: Math.PI / 4 },
  waiting: { symbol: "circle", color: "var(--pattern)", symbolSize: 0.5, dashArrayX: [[6, 6]], dashArrayY: [6, 0] },
  invalid: { symbol: "rect", color: "var(--pattern)", dashArrayX: [1, 0], dashArrayY: [1.5, 5], rotation: Math.PI / 2 },
};

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter]!);

const heightOf = (chart: Chart, width: number) => chart.rows.length * (width < narrow ? 48 : 34) + 8;

function optionOf(chart: Chart, width: number): Option {
  const above = width < narrow;
  const names = chart.rows.map((row) => row.name);
  const sums = chart.rows.map((row) => row.counts.reduce((sum, count) => sum + count, 0));
  const left = above ? 0 : Math.min(340, Math.round(width * 0.4), 7.6 * Math.max(...names.map((name) => name.length)) + 20);
  return {
    animation: false,
    textStyle: { fontFamily: font, color: "var(--body-color)" },
    grid: { left, right: above ? 64 : 88, top: above ? 10 : 4, bottom: 4 },
    xAxis: { type: "value", show: false, max: Math.max(1, ...sums) },
    yAxis: [
      {
        type: "category",
        inverse: true,
        data: names,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: {
          interval: 0,
          inside: above,
          align: above ? "left" : "right",
          verticalAlign: above ? "bottom" : "middle",
          margin: above ? 0 : 8,
          padding: above ? [0, 0, 12, 0] : 0,
          width: above ? width : left - 12,
          overflow: "truncate",
          color: "var(--body-color)",
          fontSize: 14,
        },
        z: 10,
      },
      {
        type: "category",
        inverse: true,
        position: "right",
        data: chart.rows.map((row) => row.sum),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { interval: 0, color: "var(--body-color)", fontSize: 14 },
      },
    ],
    series: chart.columns.map((column, at) => ({
      type: "bar",
      stack: "all",
      barWidth: above ? 12 : 18,
      data: chart.rows.map((row) => row.counts[at]!),
      itemStyle: { color: colour(column.tone), decal: pattern[column.tone] },
      cursor: chart.rows.some((row) => row.href) ? "pointer" : "default",
      showBackground: at === 0,
      backgroundStyle: { color: "var(--quiet)" },
      emphasis: { disabled: true },
    })),
    tooltip: {
      confine: true,
      trigger: "axis",
      axisPointer: { type: "none" },
      backgroundColor: "var(--bg-surface)",
      borderColor: "var(--line)",
      textStyle: { color: "var(--body-color)", fontFamily: font, fontSize: 14 },
      formatter: (at: unknown) => {
        const row = chart.rows[(at as { dataIndex: number }[])[0]!.dataIndex]!;
        const lines = chart.columns.map((column, i) =>
          `<div class="tip"><i class="swatch ${column.tone}"></i>${escaped(column.name)}<b>${escaped(row.shown[i]!)}</b></div>`);
        return escaped(row.name) + lines.join("");
      },
    },
  };
}

function begin(figure: HTMLElement): void {
  const chart = JSON.parse(figure.querySelector("script")!.textContent!) as Chart;
  const place = figure.querySelector<HTMLElement>(".drawing")!;
  if (chart.rows.length === 0) return;
  figure.classList.add("drawn");
  let width = place.clientWidth;
  const drawing = echarts.init(place, null, { renderer: "svg", width, height: heightOf(chart, width) });
  const draw = () => {
    const height = heightOf(chart, width);
    drawing.resize({ width, height });
    drawing.setOption(optionOf(chart, width), { notMerge: true });
    // Paper is narrower than the window: with this the drawing shrinks instead of being cut.
    place.querySelector("svg")!.setAttribute("viewBox", `0 0 ${width} ${height}`);
  };
  draw();
  drawing.on("click", ({ dataIndex }) => {
    const href = chart.rows[dataIndex]?.href;
    if (href) location.assign(href);
  });
  new ResizeObserver(() => {
    // Printing scales the drawing; only the window's own width asks for another.
    if (place.clientWidth === width || place.clientWidth === 0 || matchMedia("print").matches) return;
    width = place.clientWidth;
    draw();
  }).observe(place);
}

for (const figure of document.querySelectorAll<HTMLElement>("figure[data-chart]")) begin(figure);
