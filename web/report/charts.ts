// Draws the report's tables. Everything it draws stands in a table beside it, so nothing is lost where it cannot run.
import { BarChart, type BarSeriesOption } from "echarts/charts";
import { GridComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

type Language = "vi" | "en";
type Text = Record<Language, string>;
type Tone = "plain" | "right" | "wrong" | "waiting" | "invalid" | "note";
type Column = { name: Text; tone: Tone };
type Row = { name: Text; tone: Tone; counts: number[]; share: Text };
type Chart = { id: string; kind: "shares" | "bars" | "stacks"; columns: Column[]; rows: Row[] };
type Page = { title: Text; charts: Chart[] };
type Option = echarts.ComposeOption<BarSeriesOption | GridComponentOption | TooltipComponentOption>;
type Drawn = { chart: Chart; place: HTMLElement; drawing: echarts.ECharts };

echarts.use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

const font = '"Be Vietnam Pro", system-ui, "Noto Sans", "Segoe UI", sans-serif';
const narrow = 560;

// Colours are the page's own variables: light, dark and print follow without drawing again.
const colour = (tone: Tone) => `var(--${tone})`;

const pattern: Partial<Record<Tone, object>> = {
  wrong: { symbol: "rect", color: "var(--pattern)", dashArrayX: [1, 0], dashArrayY: [1.5, 5], rotation: -Math.PI / 4 },
  waiting: { symbol: "circle", color: "var(--pattern)", symbolSize: 0.5, dashArrayX: [[6, 6]], dashArrayY: [6, 0] },
  invalid: { symbol: "rect", color: "var(--pattern)", dashArrayX: [1, 0], dashArrayY: [1.5, 5], rotation: Math.PI / 2 },
};

const style = (tone: Tone) => ({ color: colour(tone), decal: pattern[tone] });

const written = (count: number, language: Language) =>
  count.toString().replace(/\B(?=(\d{3})+$)/g, language === "vi" ? "." : ",");

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter]!);

const line = (tone: Tone, name: string, count: string) =>
  `<div class="tip"><i class="swatch ${tone}"></i>${escaped(name)}<b>${count}</b></div>`;

function heightOf(chart: Chart, width: number): number {
  if (chart.kind === "shares") return 40;
  return chart.rows.length * (width < narrow ? 48 : 32) + 8;
}

function optionOf(chart: Chart, width: number, language: Language): Option {
  return chart.kind === "shares" ? shares(chart, language) : bars(chart, width, language);
}

function base(): Option {
  return {
    animation: false,
    textStyle: { fontFamily: font, color: "var(--text)" },
    tooltip: {
      confine: true,
      backgroundColor: "var(--page)",
      borderColor: "var(--line)",
      textStyle: { color: "var(--text)", fontFamily: font, fontSize: 14 },
    },
  };
}

function shares(chart: Chart, language: Language): Option {
  const total = chart.rows.reduce((sum, row) => sum + row.counts[0]!, 0);
  return {
    ...base(),
    grid: { left: 0, right: 0, top: 4, bottom: 4 },
    xAxis: { type: "value", max: total, show: false },
    yAxis: { type: "category", data: [""], show: false },
    series: chart.rows.map((row) => ({
      type: "bar",
      stack: "all",
      barWidth: 30,
      data: [row.counts[0]!],
      itemStyle: { ...style(row.tone), borderColor: "var(--page)", borderWidth: 1 },
      emphasis: { disabled: true },
      tooltip: { formatter: () => line(row.tone, row.name[language], `${written(row.counts[0]!, language)} (${row.share[language]})`) },
    })),
  };
}

function bars(chart: Chart, width: number, language: Language): Option {
  const above = width < narrow;
  const names = chart.rows.map((row) => row.name[language]);
  const sums = chart.rows.map((row) => row.counts.reduce((sum, count) => sum + count, 0));
  const left = above ? 0 : Math.min(340, Math.round(width * 0.4), 7.2 * Math.max(...names.map((name) => name.length)) + 20);
  const right = above ? 64 : 88;
  const series: Column[] = chart.kind === "bars" ? [{ name: { vi: "", en: "" }, tone: "plain" }] : chart.columns;
  return {
    ...base(),
    grid: { left, right, top: above ? 10 : 4, bottom: 4 },
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
          color: "var(--text)",
          fontSize: 13,
        },
        z: 10,
      },
      {
        type: "category",
        inverse: true,
        position: "right",
        data: sums.map((sum) => written(sum, language)),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { interval: 0, color: "var(--text)", fontSize: 13 },
      },
    ],
    series: series.map((column, at) => ({
      type: "bar",
      stack: "all",
      barWidth: above ? 12 : 18,
      data: chart.rows.map((row) => ({
        value: row.counts[at]!,
        itemStyle: style(chart.kind === "bars" ? row.tone : column.tone),
      })),
      barMinHeight: 0,
      showBackground: at === 0,
      backgroundStyle: { color: "var(--quiet)" },
      emphasis: { disabled: true },
    })),
    tooltip: {
      ...(base().tooltip as TooltipComponentOption),
      trigger: "axis",
      axisPointer: { type: "none" },
      formatter: (at: unknown) => {
        const row = chart.rows[(at as { dataIndex: number }[])[0]!.dataIndex]!;
        const share = chart.kind === "bars" ? ` (${row.share[language]})` : "";
        const lines = series.map((column, i) =>
          line(chart.kind === "bars" ? row.tone : column.tone, column.name[language], written(row.counts[i]!, language) + share));
        return escaped(row.name[language]) + lines.join("");
      },
    },
  };
}

const page = JSON.parse(document.getElementById("figures")!.textContent!) as Page;

const chosen = () =>
  (document.querySelector<HTMLInputElement>('input[name="language"]:checked')?.value ?? "vi") as Language;

function draw({ chart, place, drawing }: Drawn): void {
  const width = place.clientWidth;
  const height = heightOf(chart, width);
  drawing.resize({ width, height });
  drawing.setOption(optionOf(chart, width, chosen()), { notMerge: true });
  // Paper is narrower than the window: with this the drawing shrinks instead of being cut.
  place.querySelector("svg")!.setAttribute("viewBox", `0 0 ${width} ${height}`);
}

function speak(): void {
  document.documentElement.lang = chosen();
  document.title = page.title[chosen()];
}

speak();
const drawn = page.charts.map((chart): Drawn => {
  const place = document.getElementById(`${chart.id}-chart`)!;
  place.closest("figure")!.classList.add("drawn");
  const height = heightOf(chart, place.clientWidth);
  const drawing = echarts.init(place, null, { renderer: "svg", width: place.clientWidth, height });
  return { chart, place, drawing };
});

for (const one of drawn) {
  let width = one.place.clientWidth;
  draw(one);
  new ResizeObserver(() => {
    // Printing scales the drawing; only the window's own width asks for another.
    if (one.place.clientWidth === width || matchMedia("print").matches) return;
    width = one.place.clientWidth;
    draw(one);
  }).observe(one.place);
}

for (const choice of document.querySelectorAll('input[name="language"]')) {
  choice.addEventListener("change", () => {
    speak();
    for (const one of drawn) draw(one);
  });
}
