import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontFolder, typefaces, weights } from "../fonts/typefaces";
import { templateData } from "./template-data";

const fontPaths = (root: string) =>
  typefaces.flatMap((typeface) => weights.map((weight) => fontFolder(typeface, weight, root)));

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
 * @param kept how many times to come may use what was worked out for this one: the templates themselves, above all. No
 * document is like the one before it; kept for the next two, its layout would take 300 MB.
 * @throws Error with the compiler's words if a template is wrong; no text of a document can bring that about.
 */
export function laidOut<Drawn>(
  template: string,
  content: object,
  root: string,
  kept: number,
  draw: (compiler: NodeCompiler, main: { mainFilePath: string }) => Drawn,
): Drawn {
  const compiler = compilerOf(root);
  const data = path.join(templates(root), "data.json");
  compiler.mapShadow(data, templateData(content));
  try {
    return draw(compiler, { mainFilePath: path.join(templates(root), template) });
  } finally {
    compiler.unmapShadow(data);
    compiler.evictCache(kept);
  }
}
