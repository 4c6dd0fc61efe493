import { Resvg } from "@resvg/resvg-js";
import type { ChartPictures } from "../chart-pictures";

// Small pictures of the right shape for tests of formats that don't draw: a frame and a bar, no letters.

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="240" viewBox="0 0 640 240"><rect width="640" height="240" fill="#fff"/><path d="M40 20v180h580" fill="none" stroke="#566471"/><rect x="80" y="90" width="60" height="110" fill="#1d3f5a"/><rect x="180" y="60" width="60" height="140" fill="#6d8fa8"/></svg>';

export const testPictures: ChartPictures = {
  svg: () => svg,
  png: () => {
    const picture = new Resvg(svg, { fitTo: { mode: "width", value: 1280 } }).render();
    return { bytes: new Uint8Array(picture.asPng()), width: picture.width, height: picture.height };
  },
};
