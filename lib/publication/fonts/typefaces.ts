import path from "node:path";

/** The product's typefaces, in the order in which a letter is looked for. */
export const typefaces = [
  { family: "Noto Sans", package: "noto-sans", strong: "600SemiBold" },
  { family: "Noto Sans Thai", package: "noto-sans-thai", strong: "600SemiBold" },
  { family: "Noto Sans Khmer", package: "noto-sans-khmer", strong: "600SemiBold" },
  { family: "Noto Sans Lao", package: "noto-sans-lao", strong: "600SemiBold" },
  { family: "Noto Sans Myanmar", package: "noto-sans-myanmar", strong: "600SemiBold" },
  // What is between regular and bold is hardly told apart in Chinese.
  { family: "Noto Sans SC", package: "noto-sans-sc", strong: "700Bold" },
] as const;

export type Typeface = (typeof typefaces)[number];
export const weights = ["regular", "strong"] as const;
export type Weight = (typeof weights)[number];

/**
 * The folder that has the one font file of a typeface and weight in it.
 * @param root folder that holds `node_modules`
 */
export function fontFolder(typeface: Typeface, weight: Weight, root: string): string {
  const name = weight === "regular" ? "400Regular" : typeface.strong;
  return path.join(root, "node_modules/@expo-google-fonts", typeface.package, name);
}
