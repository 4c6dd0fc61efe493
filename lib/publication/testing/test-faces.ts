/** Of the right shape, for tests of pages that aren't about fonts. */
export const testFaces =
  '@font-face{font-family:"Noto Sans";font-weight:400;src:url(data:font/woff;base64,d09GRg==) format("woff");unicode-range:U+20-7e}';
