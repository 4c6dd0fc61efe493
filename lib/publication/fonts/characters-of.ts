/** The code points that a TrueType font maps to a glyph: its `cmap` table, formats 4 and 12. */
export function charactersOf(font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const entry = tables.find((at) => font.toString("latin1", at, at + 4) === "cmap");
  if (entry === undefined) throw new Error("a font without a cmap table");
  return charactersOfMap(font.subarray(font.readUInt32BE(entry + 8)));
}

/** The same from a `cmap` table alone. */
function charactersOfMap(cmap: Buffer): Set<number> {
  const found = new Set<number>();
  for (let part = 0; part < cmap.readUInt16BE(2); part++) {
    const map = cmap.subarray(cmap.readUInt32BE(4 + 8 * part + 4));
    const format = map.readUInt16BE(0);
    if (format === 4) addSegments(map, found);
    if (format === 12) addGroups(map, found);
  }
  return found;
}

function addSegments(map: Buffer, found: Set<number>) {
  const doubled = map.readUInt16BE(6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = map.readUInt16BE(14 + segment);
    const start = map.readUInt16BE(16 + doubled + segment);
    const delta = map.readUInt16BE(16 + 2 * doubled + segment);
    const offsetAt = 16 + 3 * doubled + segment;
    const offset = map.readUInt16BE(offsetAt);
    for (let letter = start; letter <= end && letter < 0xffff; letter++) {
      const listed = offset === 0 ? letter : map.readUInt16BE(offsetAt + offset + 2 * (letter - start));
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) found.add(letter);
    }
  }
}

function addGroups(map: Buffer, found: Set<number>) {
  for (let group = 0; group < map.readUInt32BE(12); group++) {
    const at = 16 + 12 * group;
    const [start, end, glyph] = [map.readUInt32BE(at), map.readUInt32BE(at + 4), map.readUInt32BE(at + 8)];
    for (let letter = glyph === 0 ? start + 1 : start; letter <= end; letter++) found.add(letter);
  }
}
