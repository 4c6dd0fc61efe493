/** A type that comes with Excel's own computers, and the points that a line of it takes at the usual size. */
interface Typeface {
  name: string;
  line: number;
}

const usual: Typeface = { name: "Calibri", line: 15 };

/** By language: what Excel's usual type has no letters for. */
const typefaces: Record<string, Typeface> = {
  th: { name: "Leelawadee UI", line: 18 },
  km: { name: "Leelawadee UI", line: 20 },
  lo: { name: "Leelawadee UI", line: 18 },
  my: { name: "Myanmar Text", line: 23 },
  zh: { name: "Microsoft YaHei", line: 18 },
};

export const typefaceOf = (language: string): Typeface => typefaces[language] ?? usual;
