import { fileText } from "@/lib/exchange/file-text";
import type { PublicationDocument } from "../document";
import { colours } from "../look";
import { watermark } from "../watermark";

/** A4: chapters begin a page, heads of tables are repeated, each page is numbered where the browser can. */
export function printSheet({ words, notices, isInternal }: PublicationDocument, fonts: string): string {
  const small = `font:8pt/1.4 ${fonts};color:${colours.textMuted}`;
  const mark = isInternal
    ? `@top-right{content:${cssText(words.internal)};font:bold 9pt/1.4 ${fonts};color:${watermark.fill}}`
    : "";
  return `
@page{size:A4;margin:20mm 18mm 20mm 18mm;
@top-left{content:${cssText(words.running)};${small}}
${mark}
@bottom-left{content:${cssText(notices.join(" "))};${small};width:130mm}
@bottom-right{content:${pageCounter(words.page)};${small}}
}
@page:first{@top-left{content:none}@bottom-left{content:none}@bottom-right{content:none}}
@media print{
html{font-size:10pt}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.skip{display:none}
.internal{position:fixed;left:-1mm;top:0;bottom:0;min-height:0;width:6mm;padding:0;line-height:6mm;writing-mode:vertical-rl;transform:rotate(180deg);font-size:9pt}
body.is-internal{padding-left:9mm}
.cover .title{padding:45mm 0 6mm;background:none;color:var(--text);border-bottom:1mm solid var(--accent)}
.cover .kicker{color:var(--accent);font-weight:600}
.cover .subtitle{color:var(--text-secondary)}
h1{font-size:26pt}
.cover .about{padding:6mm 0;background:none;border:0}
.cover .facts{display:grid;gap:2mm}
.page{display:block;max-width:none;padding:0}
.contents{break-before:page;padding:0}
.contents h2{font-size:16pt}
.chapter{break-before:page;margin:0;padding:0;border:0}
.with-next,h2,h3,h4,.kicker,figcaption,caption,.caption,.key,.number{break-after:avoid}
figure,caption,.caption,.note,.facts>div,tr,li{break-inside:avoid}
p{orphans:3;widows:3}
.scroll{overflow:visible}
table{min-width:0!important;font-size:8pt}
thead{display:table-header-group}
thead+tbody,thead+tbody>tr:first-child{break-before:avoid}
th:first-child{position:static;min-width:0}
.stays,caption .number,caption .name{position:static}
tr.group{break-after:avoid}
.square-cell>.s{min-height:6.5mm}
.square-cell>.value{padding:1mm .3mm;font-size:7pt}
.square-cell>.value>.detail{font-size:6.5pt}
.heat col.narrow{width:15.5mm}
.heat thead th{font-size:7pt}
.key{break-inside:avoid}
.table>.small{break-before:avoid;break-inside:avoid}
th,td{padding:1.2mm 2mm 1.2mm 0}
.chip{font-size:7.5pt;padding:0 1.5mm 0 1mm;gap:1.2mm;white-space:normal}
.icon{width:9pt;height:9pt}
td .chip{font-size:7pt;padding:0 1mm 0 .6mm;gap:.6mm}
td .chip .icon{width:7pt;height:7pt}
.detail{font-size:7.5pt}
.picture{margin:2mm 0;overflow:visible}
.picture svg{min-width:0;max-height:190mm}
a{color:inherit;text-decoration:none}
footer{display:none}
}
`;
}

/** A text of the document as a CSS string: all but plain letters and digits escaped, so that it ends neither string nor sheet. */
function cssText(text: string): string {
  const escaped = fileText(text).replace(
    /[^A-Za-z0-9 \u00a0-\uffff]/g,
    (character) => `\\${character.codePointAt(0)!.toString(16)} `,
  );
  return `"${escaped}"`;
}

function pageCounter(pattern: string): string {
  return pattern
    .split(/(\{pages?\})/)
    .filter((part) => part !== "")
    .map((part) => (part === "{page}" ? "counter(page)" : part === "{pages}" ? "counter(pages)" : cssText(part)))
    .join(" ");
}
