import type { MapPlace } from "@/lib/charts/map-places";
import type { ShownStatus } from "@/lib/views/shown-status";
import type { Chart, ChartBlock, TableBlock } from "./document";

// A chart of a page as a picture that travels alone. Documents have tables where pages have heat maps, and no maps.

export const pictureFormats = ["png", "svg"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

export interface PictureBlock extends Omit<ChartBlock, "chart"> {
  chart: PictureChart;
}

type PictureChart = Chart | HeatChart | MapChart;

interface HeatChart {
  type: "heat";
  /** Of the look `heat`. Its caption and note are said by the block. */
  table: TableBlock;
  words: Record<ShownStatus, string>;
}

interface MapChart {
  type: "map";
  /** `at` is null for one that isn't on the map: it stands in the list beside it alone. */
  countries: { code: string; name: string; status: ShownStatus; at: MapPlace | null }[];
  words: Record<ShownStatus, string>;
}

/** What must travel with it. */
export interface PictureFrame {
  /** The plan's name and the period. */
  running: string;
  /** The day of the results version, as it is written. */
  date: string;
  /** Address of the page that the picture is from. */
  address: string;
  /** Not the adopted text, made-up values. */
  notices?: string[];
}
