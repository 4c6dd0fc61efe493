import type { ChartPictures } from "../chart-pictures";
import type { PublicationDocument } from "../document";
import { pngOf, svgOf } from "./chart-picture";

/**
 * Pictures of a document's charts, each drawn when it is asked for: bare, for their captions stand in the text.
 * @param root folder that holds `node_modules` and `lib`
 */
export function picturesOf({ language }: Pick<PublicationDocument, "language">, root: string): ChartPictures {
  return {
    svg: (figure) => svgOf(figure, null, language, root),
    png: (figure) => pngOf(figure, null, language, root),
  };
}
