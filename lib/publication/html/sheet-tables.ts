/** Statuses, plain tables and heat tables. */
export const tableSheet = () => `
.s{background:var(--image,none),var(--fill);color:var(--ink);border:1px var(--edge-style,solid) var(--edge,transparent)}
.icon{display:inline-block;flex:none;width:15px;height:15px;background:currentColor;-webkit-mask:var(--icon,linear-gradient(transparent,transparent)) center/contain no-repeat;mask:var(--icon,linear-gradient(transparent,transparent)) center/contain no-repeat}
.chip{display:inline-flex;align-items:center;gap:6px;padding:1px 9px 1px 6px;border-radius:4px;font-size:.8125rem;font-weight:400;line-height:var(--ui);white-space:nowrap}
.s-noValue>.icon{display:none}
.chip.s-noValue{padding-left:9px}
.chip.s-suppressed{background:var(--fill)}
.key li{display:flex}
.key{display:flex;align-items:center;flex-wrap:wrap;gap:.4rem .6rem;margin:.6rem 0 .9rem;padding:0;list-style:none}
.table{margin:2rem 0 2.25rem}
.table>.small{margin-top:.6rem;max-width:var(--measure)}
.scroll{--paper:var(--surface);--shade:var(--hatch);--thumb:var(--rule-heavy);position:relative;overflow-x:auto}
table{width:100%;border-collapse:separate;border-spacing:0;font-size:.875rem;line-height:var(--ui)}
caption{padding-bottom:.6rem;text-align:left}
:is(caption,.caption) :is(.number,.name){display:block}
caption :is(.number,.name){position:sticky;left:0;width:fit-content}
@media screen{caption .name{max-width:min(44em,calc(100vw - 2*var(--gutter) - 2.5rem))}:lang(zh) .plain :is(th,td){min-width:4.5em}}
th,td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top;font-weight:400}
th:first-child{position:sticky;left:0;z-index:1;min-width:8.5rem;background:var(--surface)}
thead th{border-bottom:2px solid var(--text);font-weight:600;vertical-align:bottom}
.end{text-align:right}
.center{text-align:center}
tr>:last-child{padding-right:0}
.detail{display:block;color:var(--text-muted);font-size:.8125rem;white-space:nowrap}
td .chip{margin-top:.15rem}
td.end .chip,td.center .chip{margin-left:auto}
tr.group th{padding:.5rem .75rem;background:var(--surface-sunk);font-weight:600}
tr.pillar th{padding:1.1rem 0 .45rem;background:var(--surface);font-size:.9375rem}
.stays{display:inline-flex;align-items:center;gap:.5rem;position:sticky;left:.75rem}
tr.pillar .stays{left:0}
.heat{table-layout:fixed}
.heat col.narrow{width:5.25rem}
.heat thead th{padding-left:2px;padding-right:2px;font-size:.8125rem}
.heat thead th:first-child{padding-left:0}
.heat .end{text-align:center}
.heat td{padding:1px;vertical-align:middle;border-bottom-color:var(--grid)}
.heat tbody th[scope=row]{border-bottom-color:var(--grid);vertical-align:middle}
.square-cell>.s{display:flex;align-items:center;justify-content:center;gap:.35rem;min-height:2.125rem;padding:0 .25rem;border-radius:2px}
thead .detail{font-weight:400;white-space:normal}
.square-cell .detail{display:inline;color:inherit}
.square-cell>.value{display:block;padding:.4rem .15rem;background:var(--fill);font-size:.8125rem;line-height:1.35;text-align:center;overflow-wrap:break-word;hyphens:auto}
.value>.icon{margin-right:.35rem;vertical-align:-2px}
.square-cell>.value>.detail{display:block;font-size:.75rem;white-space:normal}
${Array.from({ length: 100 }, (_, index) => `.w-${index + 1}{width:${index + 1}%}`).join("")}
${Array.from({ length: 15 }, (_, index) => `.columns-${index + 2}{min-width:${9 + 5.25 * (index + 1)}rem}`).join("")}
@media screen and (max-width:40rem){.heat th:first-child{width:9rem}th:first-child{padding-right:.5rem}}
@media (forced-colors:active){.icon{forced-color-adjust:none;background:CanvasText}.s{border-color:CanvasText}}
`;
