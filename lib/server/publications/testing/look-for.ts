import "server-only";
import { strFromU8, unzipSync } from "fflate";
import { type AttackedPlan, placeKey, placeOf } from "./attacked-plan";
import { textsOf } from "./hear-files";
import type { ReadFiles } from "./read-files";

/** So large that it can't stand anywhere by chance. */
const loud = 5_000;

/** Hidden numbers that would be noticed anywhere, and that aren't shown elsewhere. */
export function loudNumbers({ worlds, marks }: AttackedPlan): number[] {
  const [hidden, shown] = [new Set<number>(), new Set<number>()];
  for (const each of worlds) {
    for (const value of each.world.values) {
      const isShown = marks.get(placeKey(placeOf(each, value))) === "shown";
      for (const number of value.truth) (isShown ? shown : hidden).add(number);
    }
  }
  return [...hidden].filter((number) => number >= loud && !shown.has(number));
}

/** Everything that there is in a publication's files and in what is stored of it, as texts by where it stands. */
export function rawTexts({ content, bytes, html, pdf }: ReadFiles): [where: string, text: string][] {
  const zipped = (["docx", "xlsx", "csv"] as const).flatMap((format) =>
    Object.entries(unzipSync(bytes[format])).map(([name, part]): [string, string] => [
      `${format} ${name}`,
      strFromU8(part, true),
    ]),
  );
  return [
    ...zipped,
    ["HTML", Buffer.from(bytes.html).toString("utf8")],
    ...html.pictures.map((picture, index): [string, string] => [`picture ${index}`, picture]),
    ["PDF's pages", (pdf.pages ?? []).join("\n")],
    ["PDF's alternatives", pdf.alternatives.join("\n")],
    ["stored content", textsOf(content).join("\n")],
  ];
}

/** Where a number stands, with or without separators of thousands; not as a part of a longer one. */
export function placesOf(number: number, texts: readonly [string, string][]): string[] {
  const [end, start] = [String(number).slice(-3), String(number).slice(0, -3)];
  const written = new RegExp(`(?<![\\d.])${start}[,.\\s\\u00a0\\u202f]?${end}(?!\\d)`);
  return texts.filter(([, text]) => written.test(text)).map(([where]) => `${number} in ${where}`);
}

/** A point that a native chart keeps of its cells, by the sheet's cell that it is of. */
interface KeptPoint {
  chart: string;
  sheet: string;
  cell: string;
  value: string;
}

/** The points in the caches of a workbook's charts. */
export function keptPoints(parts: Record<string, string>): KeptPoint[] {
  return Object.entries(parts).flatMap(([chart, xml]) => {
    if (!chart.startsWith("xl/charts/chart")) return [];
    return [...xml.matchAll(/<c:numRef><c:f>([^<]*)<\/c:f>(.*?)<\/c:numRef>/g)].flatMap(([, area = "", cache = ""]) => {
      const [, sheet = "", column = "", row = "", lastColumn = ""] =
        /^'?(.*?)'?!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$\d+$/.exec(area) ?? [];
      const isAcross = column !== lastColumn;
      return [...cache.matchAll(/<c:pt idx="(\d+)"[^>]*><c:v>([^<]*)<\/c:v>/g)].map(([, index, value = ""]) => ({
        chart,
        sheet,
        value,
        cell: isAcross
          ? `${String.fromCharCode(column.charCodeAt(0) + Number(index))}${row}`
          : `${column}${Number(row) + Number(index)}`,
      }));
    });
  });
}

/** Points in the caches of charts that aren't what their cells show. */
export function strayPoints({ xlsx }: Pick<ReadFiles, "xlsx">): string[] {
  return keptPoints(xlsx.parts).flatMap(({ chart, sheet, cell, value }) => {
    const [, column = "", row = ""] = /^([A-Z])(\d+)$/.exec(cell) ?? [];
    const found = xlsx.sheet(sheet).rows[Number(row) - 1]?.[column.charCodeAt(0) - 65];
    return String(found) === value ? [] : [`${chart} keeps ${value} of ${cell}, which shows "${found ?? ""}"`];
  });
}
