/**
 * What is wider than the screen shows that it goes on: a bar that stays, and a shade at the side on which there is more.
 * Colours are the scrolled part's own: `--paper`, `--shade`, `--thumb`. A picture's ground is white, so that multiplied by
 * the paper it keeps its colours and lets the shade through; coloured cells would hide it, so tables fade out where a
 * browser knows how far they are scrolled. `\3c` is the sign that could end a `<style>`.
 */
export const scrollSheet = () => `
@media screen{
.picture,.scroll{background:linear-gradient(to right,var(--paper) 40%,transparent) 0 0/2.5rem 100% no-repeat local,linear-gradient(to left,var(--paper) 40%,transparent) 100% 0/2.5rem 100% no-repeat local,linear-gradient(to right,var(--shade),transparent) 0 0/.75rem 100% no-repeat,linear-gradient(to left,var(--shade),transparent) 100% 0/.75rem 100% no-repeat,var(--paper)}
.picture{isolation:isolate}
.picture svg{mix-blend-mode:multiply}
@supports not selector(::-webkit-scrollbar){.picture,.scroll{scrollbar-width:thin;scrollbar-color:var(--thumb) transparent}}
:is(.picture,.scroll)::-webkit-scrollbar{height:.5rem}
:is(.picture,.scroll)::-webkit-scrollbar-thumb{background:var(--thumb);border-radius:.25rem}
}
@property --more{syntax:"\\3c length>";inherits:false;initial-value:0px}
@keyframes more{from{--more:2.5rem}to{--more:0px}}
@supports (animation-timeline:scroll()){
@media screen{
.scroll{background:none;-webkit-mask:linear-gradient(to left,transparent,#000 var(--more));mask:linear-gradient(to left,transparent,#000 var(--more));animation:more linear both;animation-timeline:scroll(self inline);animation-range:calc(100% - 2.5rem) 100%}
.scroll:focus-visible{-webkit-mask:none;mask:none}
}
}
`;
