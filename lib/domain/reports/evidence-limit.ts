/** So many documents back one indicator of a report, or the report as a whole: nobody reads more. */
export const evidenceLimit = 20;
