/** A document that stands on this site for everybody, to be linked as evidence. */
export interface SiteDocument {
  /** What names it in an address. */
  key: string;
  title: string;
  /** Its whole public address. */
  url: string;
}
