import { Unclean } from "./unclean";

const emfSignature = 0x464d4520;

/**
 * A drawing of Windows (EMF, MS-EMF 2.2.9) without the words that say which program made it and what it is called; a WMF has
 * none. Others aren't taken: a picture could call itself so.
 */
export function withoutDescription(drawing: Uint8Array): Uint8Array {
  const clean = drawing.slice();
  const view = new DataView(clean.buffer);
  const isEmf = clean.length > 72 && view.getUint32(0, true) === 1 && view.getUint32(40, true) === emfSignature;
  if (isEmf) {
    const [length, from] = [view.getUint32(60, true) * 2, view.getUint32(64, true)];
    if (from + length > clean.length) throw new Unclean("sourceDamaged");
    clean.fill(0, from, from + length);
    return clean;
  }
  const isWmf = clean.length > 18 && [0x9ac6cdd7, 0x00090001, 0x00090002].includes(view.getUint32(0, true));
  if (!isWmf) throw new Unclean("sourceUncleanable");
  return clean;
}
