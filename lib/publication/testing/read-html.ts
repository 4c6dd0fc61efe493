/** A node of a parsed page, as far as tests look at it. */
export interface HtmlNode {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
}

/** All elements of a name within a node, in reading order; `*` for all. */
export function all(node: HtmlNode, name: string): HtmlNode[] {
  return (node.children ?? []).flatMap((child) => [
    ...(child.type === "element" && (name === "*" || child.tagName === name) ? [child] : []),
    ...all(child, name),
  ]);
}

/** @throws Error where there is none */
export function one(node: HtmlNode, name: string): HtmlNode {
  const [first] = all(node, name);
  if (first === undefined) throw new Error(`No ${name} here`);
  return first;
}

export const textIn = (node: HtmlNode): string =>
  node.type === "text" ? (node.value ?? "") : (node.children ?? []).map(textIn).join("");
