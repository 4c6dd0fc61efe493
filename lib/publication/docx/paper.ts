// Lengths of the page, in twips (twentieths of a point) unless said otherwise.

export const millimetres = (length: number) => Math.round((length / 25.4) * 1440);

export const paper = {
  width: millimetres(210),
  height: millimetres(297),
  side: millimetres(20),
  top: millimetres(26),
  /** Below the mark of internal documents, which stands over the running title. */
  topBelowMark: millimetres(35),
  bottom: millimetres(24),
  header: millimetres(11),
  footer: millimetres(10),
} as const;

export const textWidth = paper.width - 2 * paper.side;

/** Width and height of the room for a picture, in pixels of 96 to the inch. */
export const pictureSpace = { width: Math.floor((textWidth / 1440) * 96), height: Math.floor((190 / 25.4) * 96) };

/** A colour as Word writes it. */
export const hex = (colour: string) => colour.slice(1).toUpperCase();
