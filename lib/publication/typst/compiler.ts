import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { templateData } from "./template-data";

/** Weights of each family. Chinese is large, and what is between regular and bold is hardly told apart there. */
const fontFolders = [
  ...["noto-sans", "noto-sans-thai", "noto-sans-khmer", "noto-sans-lao", "noto-sans-myanmar"].flatMap((family) =>
    ["400Regular", "600SemiBold"].map((weight) => `${family}/${weight}`),
  ),
  "noto-sans-sc/400Regular",
  "noto-sans-sc/700Bold",
];

/** Folders of the fonts, below `root`: each has one font in it. */
export const fontPaths = (root: string): string[] =>
  fontFolders.map((folder) => path.join(root, "node_modules/@expo-google-fonts", folder));

const templates = (root: string) => path.join(root, "lib/publication/typst/templates");

// One a process (or worker thread): fonts are looked for once, and stay mapped.
const compilers = new Map<string, NodeCompiler>();

function compilerOf(root: string): NodeCompiler {
  const known = compilers.get(root);
  if (known) return known;
  const compiler = NodeCompiler.create({ workspace: templates(root), fontArgs: [{ fontPaths: fontPaths(root) }] });
  compilers.set(root, compiler);
  return compiler;
}

/**
 * Hands a template with its data to `draw`, which has the compiler lay it out and export it in one go. (Pages that the
 * compiler hands out instead stay in memory until the collector happens to run: 30 MB a document.)
 * @param template file in `templates/`
 * @param root folder that holds `node_modules` and `lib`
 * @throws Error with the compiler's words if a template is wrong; no text of a document can bring that about.
 */
export function laidOut<Drawn>(
  template: string,
  content: object,
  root: string,
  draw: (compiler: NodeCompiler, main: { mainFilePath: string }) => Drawn,
): Drawn {
  const compiler = compilerOf(root);
  const data = path.join(templates(root), "data.json");
  compiler.mapShadow(data, templateData(content));
  try {
    return draw(compiler, { mainFilePath: path.join(templates(root), template) });
  } finally {
    compiler.unmapShadow(data);
    // No document is like the one before it; kept for the next two, its layout would take 300 MB more.
    compiler.evictCache(0);
  }
}
