import { Unclean } from "./unclean";

const emfSignature = 0x464d4520;
const [EMF_END, EMF_COMMENT] = [14, 70];
const emfPlus = 0x2b464d45;
const emfPlusHeader = 0x4001;
const [WMF_ESCAPE, WMF_COMMENT] = [0x0626, 0x000f];

/**
 * A drawing of Windows (EMF, MS-EMF; WMF, MS-WMF) without the words that say which program made it and what it is called, and
 * without what programs keep in its comments: whole other drawings and photographs. Others aren't taken: a picture could call
 * itself so.
 */
export function withoutDescription(drawing: Uint8Array): Uint8Array {
  const clean = new Uint8Array(drawing);
  const view = new DataView(clean.buffer);
  const isEmf = clean.length > 72 && view.getUint32(0, true) === 1 && view.getUint32(40, true) === emfSignature;
  if (isEmf) {
    const [length, from] = [view.getUint32(60, true) * 2, view.getUint32(64, true)];
    if (from + length > clean.length) throw new Unclean("sourceDamaged");
    clean.fill(0, from, from + length);
    return clean.subarray(0, withoutEmfComments(clean, view));
  }
  const isWmf = clean.length > 18 && [0x9ac6cdd7, 0x00090001, 0x00090002].includes(view.getUint32(0, true));
  if (!isWmf) throw new Unclean("sourceUncleanable");
  return clean.subarray(0, withoutWmfComments(clean, view));
}

/** @returns where the drawing ends */
function withoutEmfComments(clean: Uint8Array, view: DataView): number {
  for (let at = 0; at + 8 <= clean.length; ) {
    const [type, size] = [view.getUint32(at, true), view.getUint32(at + 4, true)];
    const next = at + size;
    if (size < 8 || size % 4 !== 0 || next > clean.length) break;
    if (type === EMF_END) return next;
    if (type === EMF_COMMENT) {
      // Some draw in their comments alone, and what is left would be empty.
      const isHeader =
        size >= 20 && view.getUint32(at + 12, true) === emfPlus && view.getUint16(at + 16, true) === emfPlusHeader;
      if (isHeader && (view.getUint16(at + 18, true) & 1) === 0) throw new Unclean("sourceUncleanable");
      clean.fill(0, at + 12, next);
    }
    at = next;
  }
  throw new Unclean("sourceDamaged");
}

/** @returns where the drawing ends */
function withoutWmfComments(clean: Uint8Array, view: DataView): number {
  const header = view.getUint32(0, true) === 0x9ac6cdd7 ? 22 : 0;
  for (let at = header + 18; at + 6 <= clean.length; ) {
    const [size, kind] = [view.getUint32(at, true) * 2, view.getUint16(at + 4, true)];
    const next = at + size;
    if (size < 6 || next > clean.length) break;
    if (kind === 0) return next;
    if (kind === WMF_ESCAPE && size >= 10 && view.getUint16(at + 6, true) === WMF_COMMENT) clean.fill(0, at + 10, next);
    at = next;
  }
  throw new Unclean("sourceDamaged");
}
