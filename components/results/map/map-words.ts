/** What the map says in the page's language, beside the words of the heat map that it shares. */
export interface MapWords {
  hint: string;
  /** The label of the list of indicators. */
  choose: string;
  country: string;
  /** With `{indicator}` and `{statuses}`. */
  summary: string;
  notReported: string;
  /** Where the address asks for an indicator that no country reports, or that isn't here: with `{asked}`, and `{shown}`. */
  notOnMap: string;
  notHere: string;
  /** Where the shapes come from, and that the United Nations endorse no boundary by them. */
  note: string;
}
