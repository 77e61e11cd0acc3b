// What the figures of the report and those of the houses have in common: stacked bars lying on their side, a row each,
// its name before it (above it where the screen is narrow) and its sum behind it.
import { BarChart, type BarSeriesOption } from "echarts/charts";
import { GridComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

export type Tone = "plain" | "right" | "wrong" | "waiting" | "late" | "invalid" | "note";
export type Option = echarts.ComposeOption<BarSeriesOption | GridComponentOption | TooltipComponentOption>;

// Colours are the page's own variables: light, dark and print follow without drawing again.
export type Look = { text: string; ground: string; fontSize: number; rowHeight: number; letterWidth: number };

echarts.use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

const font = '"Be Vietnam Pro", system-ui, "Noto Sans", "Segoe UI", sans-serif';

const isNarrow = (width: number) => width < 560;

export const pattern: Partial<Record<Tone, object>> = {
  wrong: { symbol: "rect", color: "var(--pattern)", dashArrayX: [1, 0], dashArrayY: [1.5, 5], rotation: -Math.PI / 4 },
  late: { symbol: "rect", color: "var(--pattern)", dashArrayX: [1, 0], dashArrayY: [1.5, 5], rotation: Math.PI / 4 },
  waiting: { symbol: "circle", color: "var(--pattern)", symbolSize: 0.5, dashArrayX: [[6, 6]], dashArrayY: [6, 0] },
  invalid: { symbol: "rect", color: "var(--pattern)", dashArrayX: [1, 0], dashArrayY: [1.5, 5], rotation: Math.PI / 2 },
};

export const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter]!);

/** A line of what is told of a bar. */
export const tip = (tone: Tone, name: string, count: string) =>
  `<div class="tip"><i class="swatch ${tone}"></i>${escaped(name)}<b>${escaped(count)}</b></div>`;

export const heightOf = (rows: number, width: number, look: Look) => rows * (isNarrow(width) ? 48 : look.rowHeight) + 8;

export const barWidthOf = (width: number) => (isNarrow(width) ? 12 : 18);

export function base(look: Look): Option {
  return {
    animation: false,
    textStyle: { fontFamily: font, color: look.text },
    tooltip: {
      confine: true,
      backgroundColor: look.ground,
      borderColor: "var(--line)",
      textStyle: { color: look.text, fontFamily: font, fontSize: 14 },
    },
  };
}

/** The place of the bars, the names before and the sums behind them. */
export function axes(names: string[], counts: number[][], sums: string[], width: number, look: Look): Option {
  const above = isNarrow(width);
  const left = above ? 0 : Math.min(340, Math.round(width * 0.4), look.letterWidth * Math.max(...names.map((name) => name.length)) + 20);
  const plain = { type: "category" as const, inverse: true, axisLine: { show: false }, axisTick: { show: false } };
  return {
    grid: { left, right: above ? 64 : 88, top: above ? 10 : 4, bottom: 4 },
    xAxis: { type: "value", show: false, max: Math.max(1, ...counts.map((row) => row.reduce((sum, count) => sum + count, 0))) },
    yAxis: [
      {
        ...plain,
        data: names,
        axisLabel: {
          interval: 0,
          inside: above,
          align: above ? "left" : "right",
          verticalAlign: above ? "bottom" : "middle",
          margin: above ? 0 : 8,
          padding: above ? [0, 0, 12, 0] : 0,
          width: above ? width : left - 12,
          overflow: "truncate",
          color: look.text,
          fontSize: look.fontSize,
        },
        z: 10,
      },
      { ...plain, position: "right", data: sums, axisLabel: { interval: 0, color: look.text, fontSize: look.fontSize } },
    ],
  };
}

/** Draws a figure, and again when its place becomes another. */
export function draw(place: HTMLElement, heightAt: (width: number) => number, optionAt: (width: number) => Option) {
  let width = place.clientWidth;
  const drawing = echarts.init(place, null, { renderer: "svg", width, height: heightAt(width) });
  const again = () => {
    const height = heightAt(width);
    drawing.resize({ width, height });
    drawing.setOption(optionAt(width), { notMerge: true });
    // Paper is narrower than the window: with this the drawing shrinks instead of being cut.
    place.querySelector("svg")!.setAttribute("viewBox", `0 0 ${width} ${height}`);
  };
  again();
  new ResizeObserver(() => {
    // Printing scales the drawing; only the window's own width asks for another.
    if (place.clientWidth === width || place.clientWidth === 0 || matchMedia("print").matches) return;
    width = place.clientWidth;
    again();
  }).observe(place);
  return { drawing, again };
}
