import { colours } from "../look";
import { watermark } from "../watermark";

/** The page on a screen: cover, contents beside the chapters, text and charts. */
export const pageSheet = (fonts: string) => `
*,*::before,*::after{box-sizing:border-box}
:root{--tight:1.28;--ui:1.4;--body:1.55;--measure:68ch;--gutter:clamp(1rem,3.2vw,2.5rem);--mark:0px}
:lang(th),:lang(lo){--tight:1.45;--ui:1.6;--body:1.75;--measure:62ch}
:lang(km),:lang(my){--tight:1.6;--ui:1.8;--body:1.8}
:lang(en),:lang(vi),:lang(zh){--tight:1.28;--ui:1.4;--body:1.55}
html{font-family:${fonts};font-size:100%;scroll-padding-top:calc(var(--mark) + 1rem);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--surface);color:var(--text);line-height:var(--body);overflow-wrap:break-word;font-variant-numeric:tabular-nums}
[lang]{font-family:${fonts};line-height:var(--body)}
:lang(zh){font-family:"Noto Sans SC",${fonts}}
p,ul,ol,dl,figure{margin:0}
a{color:var(--accent);text-underline-offset:.18em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:var(--gutter);top:-6rem;z-index:20;padding:.6rem 1rem;background:var(--surface);color:var(--accent);border-radius:0 0 4px 4px}
.skip:focus{top:0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.whole{white-space:nowrap}
.is-internal{--mark:2.25rem}
.internal p{margin:0}
.internal{position:sticky;top:0;z-index:15;min-height:2.25rem;padding:.35rem var(--gutter);background:${watermark.fill};color:${watermark.ink};font-weight:700;line-height:1.55rem;text-align:center}
.cover .title{padding:clamp(1.75rem,5vw,3.5rem) max(var(--gutter),calc((100% - 75rem)/2 + var(--gutter))) clamp(1.5rem,3.5vw,2.5rem);background:var(--bar);color:var(--on-bar)}
.cover .kicker{color:var(--on-bar-muted)}
h1{margin:.25rem 0 .5rem;max-width:24em;font-size:clamp(1.75rem,4.2vw,2.5rem);line-height:var(--tight);letter-spacing:-.01em;text-wrap:balance}
:lang(km) h1,:lang(my) h1,:lang(lo) h1,:lang(th) h1{letter-spacing:0}
.cover .subtitle{max-width:var(--measure);font-size:1.125rem;color:var(--on-bar-muted)}
.cover .about{display:grid;gap:1.25rem;padding:1.5rem max(var(--gutter),calc((100% - 75rem)/2 + var(--gutter)));background:var(--surface-sunk);border-bottom:1px solid var(--rule)}
.cover .facts{display:grid;gap:.75rem 2.5rem;max-width:none;margin:0;border:0}
.cover .facts>div{display:block;padding:0;border:0}
.cover .facts dd{font-weight:600}
.notices{padding:.6rem .9rem;list-style:none;background:var(--warning-surface);color:var(--warning);border-left:4px solid var(--warning);font-size:.9375rem}
.page{display:grid;grid-template-columns:minmax(0,1fr);max-width:75rem;margin:0 auto;padding:0 var(--gutter)}
.contents{padding:1.5rem 0 0;font-size:.9375rem;line-height:var(--ui)}
.contents h2{margin:0 0 .5rem;font-size:1rem}
.contents ol{padding:0;list-style:none}
.contents li{margin:0}
.contents a{display:block;padding:.3rem 0;color:var(--text);text-decoration:none}
.contents a:hover{color:var(--accent);text-decoration:underline}
.contents .kicker{display:block;margin:0;font-size:.8125rem}
.contents ol ol{padding-left:.9rem;border-left:1px solid var(--rule)}
.contents ol ol a{color:var(--text-secondary)}
main{min-width:0}
.chapter{padding:2.5rem 0 1rem;border-top:1px solid var(--rule);margin-top:2rem}
.kicker{display:flex;align-items:center;gap:.5rem;margin:0 0 .25rem;color:var(--text-muted);font-size:.9375rem;line-height:var(--ui)}
.square{display:inline-block;flex:none;width:.75rem;height:.75rem;border-radius:2px;background:var(--hue)}
h1,h2,h3,h4{font-weight:600}
h2,h3,h4{line-height:var(--tight);text-wrap:balance}
.chapter>h2{margin:0 0 1rem;max-width:32em;font-size:clamp(1.5rem,3vw,1.75rem)}
h3{margin:2.5rem 0 .5rem;font-size:1.375rem}
h4{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem .75rem;margin:2rem 0 .4rem;font-size:1.0625rem}
.chapter>p,.chapter>ul,.chapter>ol{max-width:var(--measure);margin-bottom:1rem}
.chapter>ul,.chapter>ol{padding-left:1.5rem}
.chapter>p.lead{font-size:1.1875rem}
p.small,.chapter>p.small{color:var(--text-muted);font-size:.875rem;line-height:var(--ui)}
.chapter>p.note{padding:.7rem 1rem;background:var(--surface-sunk);border-left:4px solid var(--accent)}
.facts{max-width:var(--measure);margin:1rem 0 1.5rem;border-top:1px solid var(--rule);font-size:.9375rem}
.facts>div{display:grid;grid-template-columns:minmax(7rem,12rem) 1fr;gap:0 1rem;padding:.4rem 0;border-bottom:1px solid var(--rule)}
dt{color:var(--text-muted)}
dd{margin:0}
figure{margin:2rem 0 2.25rem}
.number .about{margin-left:.5em;color:var(--text-secondary)}
.number{color:var(--text-muted);font-size:.8125rem;font-weight:400;line-height:var(--ui)}
.name{font-size:1.0625rem;font-weight:600;line-height:var(--tight);max-width:44em}
figcaption .subtitle{color:var(--text-secondary);font-size:.9375rem;line-height:var(--ui);margin-top:.15rem}
.picture{--paper:#fff;--shade:${colours.hatch};--thumb:${colours.ruleHeavy};margin:.75rem 0 .5rem;background:var(--paper);border-radius:6px;overflow-x:auto}
.picture svg{display:block;width:100%;min-width:36rem;height:auto;max-height:60rem}
figure .small{max-width:var(--measure)}
figure .in-words{max-width:none;margin-top:.35rem;columns:22rem 2;column-gap:2.5rem;font-size:.8125rem}
footer{margin-top:3rem;padding:1.5rem max(var(--gutter),calc((100% - 75rem)/2 + var(--gutter)));background:var(--surface-sunk);border-top:1px solid var(--rule);color:var(--text-muted);font-size:.875rem}
footer p:first-child{color:var(--text);font-weight:600}
@media screen and (min-width:30rem){.cover .facts{grid-template-columns:repeat(2,minmax(0,max-content))}}
@media screen and (min-width:64rem){
.cover .facts{grid-template-columns:repeat(auto-fit,minmax(8rem,max-content))}
.page{grid-template-columns:15rem minmax(0,1fr);gap:0 3rem}
.contents{position:sticky;top:var(--mark);align-self:start;max-height:calc(100vh - var(--mark));padding:2.5rem .5rem 1.5rem 0;overflow-y:auto}
.chapter:first-child{border-top:0;margin-top:0}
}
@media screen{figure{content-visibility:auto;contain-intrinsic-size:auto 26rem}}
@media screen and (prefers-color-scheme:dark){.picture{padding:.75rem 1rem}.internal{background:${watermark.darkFill}}}
@media screen and (max-width:30rem){.facts>div{grid-template-columns:1fr}}
`;
