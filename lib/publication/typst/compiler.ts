import path from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
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
 * Lays a template out and hands the pages to `draw`.
 * @param template file in `templates/`
 * @param root folder that holds `node_modules` and `lib`
 * @throws Error with the compiler's words if a template is wrong; no text of a document can bring that about.
 */
export function laidOut<Drawn>(
  template: string,
  content: object,
  root: string,
  draw: (compiler: NodeCompiler, pages: NodeTypstDocument) => Drawn,
): Drawn {
  const compiler = compilerOf(root);
  const data = path.join(templates(root), "data.json");
  compiler.mapShadow(data, templateData(content));
  try {
    const compiled = compiler.compile({ mainFilePath: path.join(templates(root), template) });
    const { result } = compiled;
    if (!result) throw new Error(`${template}: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    return draw(compiler, result);
  } finally {
    compiler.unmapShadow(data);
    // What a document leaves in the compiler's memory is of use to the next one only while it is fresh.
    compiler.evictCache(2);
  }
}
