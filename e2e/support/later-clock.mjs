// Sets a server's clock days ahead: `NODE_OPTIONS=--import=…/later-clock.mjs` with LATER_BY_DAYS. Time goes on from there.

const ahead = Number(process.env.LATER_BY_DAYS) * 86_400_000;
const RealDate = Date;

globalThis.Date = class extends RealDate {
  // Next.js takes what the constructor has of its own for a constructor of its own.
  static parse = RealDate.parse;
  static UTC = RealDate.UTC;
  constructor(...given) {
    super(...(given.length === 0 ? [RealDate.now() + ahead] : given));
  }
  static now() {
    return RealDate.now() + ahead;
  }
};
