import "server-only";
import type { Locale } from "@/lib/i18n/routing";
import type { MailContent } from "./mail-content";

/** Fonts that machines of the region have, and lines high enough for letters with marks above and below. */
const fonts: Record<Locale, string> = {
  en: "Arial, sans-serif",
  km: "'Noto Sans Khmer', 'Khmer OS', 'Leelawadee UI', Arial, sans-serif",
  lo: "'Noto Sans Lao', 'Lao Sangam MN', 'Leelawadee UI', Arial, sans-serif",
  my: "'Noto Sans Myanmar', 'Myanmar Text', 'Myanmar MN', Arial, sans-serif",
  th: "'Noto Sans Thai', 'Leelawadee UI', Thonburi, Arial, sans-serif",
  vi: "Arial, sans-serif",
  zh: "'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', Arial, sans-serif",
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The same words as the plain text, for programs that show HTML: no picture, no script, nothing that is loaded. */
export function htmlOfMail({ locale, subject, greeting, lead, parts, footer }: MailContent): string {
  const paragraph = (text: string) => `<p style="margin:0 0 12px">${text}</p>`;
  const anchor = ({ words, href }: { words: string; href: string }) =>
    /^https?:/.test(href) ? `<a href="${escaped(href)}">${escaped(words)}</a>` : `${escaped(words)}: ${escaped(href)}`;
  const blocks = parts.map(({ heading, lines, link }) => {
    const title = heading ? `<h2 style="font-size:16px;margin:20px 0 8px">${escaped(heading)}</h2>` : "";
    return title + lines.map((line) => paragraph(escaped(line))).join("") + (link ? paragraph(anchor(link)) : "");
  });
  return [
    `<!doctype html><html lang="${locale}" dir="ltr"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    `<body style="font-family:${fonts[locale]};font-size:15px;line-height:1.8;max-width:36em;margin:16px">`,
    paragraph(escaped(greeting)),
    lead ? paragraph(escaped(lead)) : "",
    ...blocks,
    footer ? `<hr style="border:0;border-top:1px solid #888888;margin:20px 0 12px">${paragraph(anchor(footer))}` : "",
    "</body></html>",
  ].join("\n");
}
