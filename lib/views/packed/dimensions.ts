import type { DimensionView } from "@/lib/views/report-view";

// A list of citizenships has 200 lines, and their field names would be the greater part of what goes to the browser.

/** Dimensions on their way to a client component: of each category its code, a space and its name, one a line. */
export type PackedDimensions = (Omit<DimensionView, "categories"> & { lines: string })[];

export const packDimensions = (dimensions: readonly DimensionView[]): PackedDimensions =>
  dimensions.map(({ categories, ...dimension }) => ({
    ...dimension,
    lines: categories.map(({ code, name }) => `${code} ${name.replaceAll("\n", " ")}`).join("\n"),
  }));

export const unpackDimensions = (packed: PackedDimensions): DimensionView[] =>
  packed.map(({ lines, ...dimension }) => ({
    ...dimension,
    categories: lines === "" ? [] : lines.split("\n").map(categoryOf),
  }));

function categoryOf(line: string): DimensionView["categories"][number] {
  const space = line.indexOf(" ");
  return { code: line.slice(0, space), name: line.slice(space + 1) };
}
