// Draws the report's tables. Everything it draws stands in a table beside it, so nothing is lost where it cannot run.
import { axes, barWidthOf, base, draw, escaped, heightOf, pattern, tip, type Look, type Option, type Tone } from "../bars/bars";

type Language = "vi" | "en";
type Text = Record<Language, string>;
type Column = { name: Text; tone: Tone };
type Row = { name: Text; tone: Tone; counts: number[]; share: Text };
type Chart = { id: string; kind: "shares" | "bars" | "stacks"; columns: Column[]; rows: Row[] };
type Page = { title: Text; charts: Chart[] };

const look: Look = { text: "var(--text)", ground: "var(--page)", fontSize: 13, rowHeight: 32, letterWidth: 7.2 };

const style = (tone: Tone) => ({ color: `var(--${tone})`, decal: pattern[tone] });

const written = (count: number, language: Language) =>
  count.toString().replace(/\B(?=(\d{3})+$)/g, language === "vi" ? "." : ",");

function shares(chart: Chart, language: Language): Option {
  const total = chart.rows.reduce((sum, row) => sum + row.counts[0]!, 0);
  return {
    ...base(look),
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
      tooltip: { formatter: () => tip(row.tone, row.name[language], `${written(row.counts[0]!, language)} (${row.share[language]})`) },
    })),
  };
}

function bars(chart: Chart, width: number, language: Language): Option {
  const { rows } = chart;
  const isOne = chart.kind === "bars";
  const series: Column[] = isOne ? [{ name: { vi: "", en: "" }, tone: "plain" }] : chart.columns;
  const sums = rows.map((row) => written(row.counts.reduce((sum, count) => sum + count, 0), language));
  return {
    ...base(look),
    ...axes(rows.map((row) => row.name[language]), rows.map((row) => row.counts), sums, width, look),
    series: series.map((column, at) => ({
      type: "bar",
      stack: "all",
      barWidth: barWidthOf(width),
      data: rows.map((row) => ({ value: row.counts[at]!, itemStyle: style(isOne ? row.tone : column.tone) })),
      barMinHeight: 0,
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
        const share = isOne ? ` (${row.share[language]})` : "";
        const lines = series.map((column, i) =>
          tip(isOne ? row.tone : column.tone, column.name[language], written(row.counts[i]!, language) + share));
        return escaped(row.name[language]) + lines.join("");
      },
    },
  };
}

const page = JSON.parse(document.getElementById("figures")!.textContent!) as Page;

const chosen = () =>
  (document.querySelector<HTMLInputElement>('input[name="language"]:checked')?.value ?? "vi") as Language;

function speak(): void {
  document.documentElement.lang = chosen();
  document.title = page.title[chosen()];
}

speak();
const drawn = page.charts.map((chart) => {
  const place = document.getElementById(`${chart.id}-chart`)!;
  place.closest("figure")!.classList.add("drawn");
  return chart.kind === "shares"
    ? draw(place, () => 40, () => shares(chart, chosen()))
    : draw(place, (width) => heightOf(chart.rows.length, width, look), (width) => bars(chart, width, chosen()));
});

for (const choice of document.querySelectorAll('input[name="language"]')) {
  choice.addEventListener("change", () => {
    speak();
    for (const one of drawn) one.again();
  });
}
