import type { HtmlElement } from "./text";

/**
 * Markup that our own compiler drew, as it is. Nobody's words are in it, for letters are outlines there; never give this
 * a text. `hastscript` knows nothing of such nodes, `toHtml` writes them when it is told to.
 */
export const drawn = (svg: string) => ({ type: "raw", value: svg }) as unknown as HtmlElement;
