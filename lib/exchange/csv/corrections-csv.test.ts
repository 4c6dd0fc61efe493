import { describe, expect, it } from "vitest";
import { correctionsCsv } from "./corrections-csv";

describe("the file of a release's corrections", () => {
  it("names its columns as everyone's scripts know them, statuses as shown ones", () => {
    expect(correctionsCsv([]).slice(1)).toBe(
      "plan,release,release_version,newest_version,indicator,indicator_title,unit,unit_name,period,cell,cell_name," +
        "released_value,released_numerator,released_denominator,released_mark,released_missing_reason," +
        "released_shown_status,now_value,now_numerator,now_denominator,now_mark,now_missing_reason," +
        "now_shown_status,since_version,since,cause,report,reason,notice\r\n",
    );
  });
});
