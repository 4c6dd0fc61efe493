import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";

const sheet = `
:root{color-scheme:light dark;font:1rem/1.55 "Noto Sans",system-ui,sans-serif;background:Canvas}
main{max-width:34rem;padding:1rem}
h1{font-size:1.125rem}
progress{display:block;width:100%;max-width:20rem;height:.75rem;accent-color:#0f766e}
`;

/** What stands in the place of a web page that there isn't, or not yet. */
export interface Notice {
  title: string;
  /** What happened, or what is being done. */
  text?: string;
  /** How much of it is done. */
  progress?: { value: number; max: number };
  link?: { text: string; address: string };
}

/** A small page, which `htmlPolicy` fits as it does a publication's. */
export function noticePage(language: string, { title, text, progress, link }: Notice): string {
  const head = h("head", [h("meta", { charSet: "utf-8" }), h("title", title), h("style", sheet)]);
  const main = h("main", [
    h("h1", title),
    text === undefined ? null : h("p", progress ? { role: "status" } : {}, text),
    progress ? h("progress", { ...progress, ariaLabel: text ?? title }) : null,
    link ? h("p", h("a", { href: link.address }, link.text)) : null,
  ]);
  return `<!doctype html>${toHtml(h("html", { lang: language }, [head, h("body", main)]))}`;
}
