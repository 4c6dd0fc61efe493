import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Scalar } from "yaml";

/** A YAML file as plain data, with the way back from a place in the data to a line. */
export interface YamlSource {
  name: string;
  data: unknown;
  /** The line on which the value at `path` stands, or else the nearest one around it that does stand there. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Thrown for a file that is no YAML; the message names the file and line. */
export class YamlFault extends Error {}

const wordOf = (key: Scalar) => key.source ?? String(key.value);

/**
 * Reads YAML. A number comes out as the text that stands in the file, so `4.50` stays exact.
 * @throws {YamlFault} for broken YAML, keys that stand twice, aliases and keys that aren't words
 */
export function readYaml(name: string, content: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const fault = document.errors[0];
  if (fault) throw new YamlFault(`${name} line ${lineAt(fault.pos[0])}: ${fault.message.split("\n")[0]}`);

  const plain = (node: unknown): unknown => {
    if (isMap(node)) {
      return Object.fromEntries(
        node.items.map(({ key, value }) => {
          if (!isScalar(key)) throw new YamlFault(`${name} line ${lineAt(node.range?.[0] ?? 0)}: a key is a word`);
          return [wordOf(key), plain(value)];
        }),
      );
    }
    if (isSeq(node)) return node.items.map(plain);
    if (isAlias(node))
      throw new YamlFault(`${name} line ${lineAt(node.range?.[0] ?? 0)}: write it out, aliases are off`);
    if (isScalar(node)) return typeof node.value === "number" ? node.source : node.value;
    return null;
  };
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const around = length > 1 ? document.getIn(path.slice(0, length - 1), true) : document.contents;
      const key =
        isMap(around) && around.items.find((pair) => isScalar(pair.key) && wordOf(pair.key) === path[length - 1]);
      const node = key ? key.key : isSeq(around) ? around.items[Number(path[length - 1])] : undefined;
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  return { name, data: plain(document.contents), lineOf };
}
