import type { Block, Chart, ChartBlock, PublicationDocument, TableBlock } from "../../document";
import { sampleIn } from "../../testing/other-languages";
import { sampleDocument } from "../../testing/sample-document";
import { type ChartWords, chartWords } from "./chart-words";

// The sample with every word of its charts and tables in another language: what a reader of that language would see.

type SpokenLanguage = keyof typeof chartWords;
export const spokenLanguages = Object.keys(chartWords) as SpokenLanguage[];

export function spokenSample(language: SpokenLanguage): PublicationDocument {
  const sample = sampleIn(language);
  const words = chartWords[language];
  const spoken = (block: Block): Block => {
    if (block.kind === "chart") return spokenBlock(block, words, sample.words.statuses);
    if (block.kind === "table") return spokenTable(block, words);
    if (block.kind === "heading") return { ...block, text: block.level === 2 ? words.outcome : words.indicator };
    if (block.kind === "facts") {
      return { ...block, rows: [{ term: words.planned, text: words.source }, ...block.rows.slice(1)] };
    }
    return block.kind === "note" ? { ...block, text: words.finding } : block;
  };
  const [findings, goal] = sample.chapters;
  return {
    ...sample,
    chapters: [
      { ...findings!, blocks: findings!.blocks.map(spoken) },
      { ...goal!, title: words.finding, blocks: sampleDocument.chapters[1]!.blocks.map(spoken) },
    ],
  };
}

type Statuses = PublicationDocument["words"]["statuses"];

function spokenBlock(block: ChartBlock, words: ChartWords, statuses: Statuses): ChartBlock {
  const { finding, subtitle, source } = words;
  return {
    ...block,
    title: finding,
    subtitle,
    source,
    alt: finding,
    chart: spokenChart(block.chart, words, statuses),
  };
}

function spokenChart(chart: Chart, words: ChartWords, statuses: Statuses): Chart {
  const { countries, target, redefined, value, baseline, planned, censored, gap } = words;
  if (chart.type === "distribution") {
    const rows = chart.rows.map((row) => ({ ...row, name: words.outcome, total: words.total }));
    return { ...chart, words: Object.values(statuses).slice(0, 9), rows };
  }
  if (chart.type === "bars") {
    const groups = chart.model.groups.map((group, index) => ({
      name: countries[index]!,
      bars: group.bars.map((bar) => (bar.state === "shown" || bar.state === "small" ? bar : { ...bar, label: "" })),
    }));
    return {
      ...chart,
      words: { suppressed: statuses.suppressed, missing: statuses.noValue },
      model: { ...chart.model, series: words.series, groups },
    };
  }
  const panels = chart.model.panels.map((panel, index) => ({
    ...panel,
    name: countries[index]!,
    blanks: panel.blanks.map((blank) => ({ ...blank, text: gap })),
  }));
  return {
    ...chart,
    model: { ...chart.model, panels },
    words: { target, redefined, statuses, keys: { value, baseline, planned, censored, gap, break: redefined } },
  };
}

function spokenTable(table: TableBlock, words: ChartWords): TableBlock {
  const names = [words.indicator, ...words.countries];
  return {
    ...table,
    caption: words.subtitle,
    note: words.source,
    columns: table.columns.map((column, index) => ({ ...column, name: names[index] ?? column.name })),
    rows: table.rows.slice(0, 20).map((row) => {
      if (row.kind === "group") return { ...row, text: words.outcome };
      const [first, ...others] = row.cells;
      const cells = others.map((cell) => (/value/.test(String(cell.text)) ? { ...cell, text: words.gap } : cell));
      return { ...row, cells: [{ ...first, text: words.indicator }, ...cells] };
    }),
  };
}
