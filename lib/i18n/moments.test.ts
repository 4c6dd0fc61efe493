import { describe, expect, it } from "vitest";
import { momentsOf } from "./moments";
import { locales } from "./routing";
import { timeZoneFault } from "./site-time-zone";

const at = "2018-05-21T09:20:00.000Z";

describe("moments", () => {
  it("are told by the site's clock, whatever the server's, and name its zone", () => {
    expect(momentsOf("en", "Asia/Bangkok").moment(at)).toBe("21 May 2018 at 16:20 UTC+7");
    expect(momentsOf("en", "Asia/Yangon").moment(at)).toBe("21 May 2018 at 15:50 UTC+6:30");
    expect(momentsOf("en", "UTC").moment(at)).toBe("21 May 2018 at 09:20 UTC");
    expect(momentsOf("th", "Asia/Bangkok").moment(at)).toBe("21 พฤษภาคม 2561 เวลา 16:20 UTC+7");
    for (const locale of locales) expect(momentsOf(locale, "Asia/Shanghai").moment(at)).toMatch(/ UTC\+8$/);
    const paris = momentsOf("en", "Europe/Paris");
    expect(paris.moment(at)).toBe("21 May 2018 at 11:20 UTC+2");
    expect(paris.moment("2018-01-21T09:20:00.000Z")).toBe("21 January 2018 at 10:20 UTC+1");
  });

  it("name no zone where there is no time of day", () => {
    const { day, recent } = momentsOf("en", "Asia/Bangkok");
    expect(day("2018-05-21T17:30:00.000Z")).toBe("22 May 2018");
    expect(recent(at, "2018-05-22T09:20:00.000Z")).toBe("21 May 2018");
    expect(recent(at, "2018-05-21T16:59:00.000Z")).toBe("16:20 UTC+7");
    expect(momentsOf("th", "Asia/Bangkok").day(at)).toBe("21 พฤษภาคม 2561");
  });

  it("are brief in a narrow column, and never the day of a year that isn’t the present one", () => {
    const briefs = (locale: "en" | "th") =>
      ["2018-05-21T16:59:00.000Z", "2018-05-22T09:20:00.000Z", "2019-01-02T09:20:00.000Z"].map((now) =>
        momentsOf(locale, "Asia/Bangkok").brief(at, now),
      );
    expect(briefs("en")).toEqual(["16:20", "21 May", "May 2018"]);
    expect(briefs("th")).toEqual(["16:20", "21 พ.ค.", "พ.ค. 2561"]);
  });
});

it("a zone that is none is told before anything starts", () => {
  expect(["Asia/Phnom_Penh", "UTC", "", undefined].map(timeZoneFault)).toEqual([null, null, null, null]);
  expect(timeZoneFault("Bangkok")).toBe(
    "SPAIV_TIME_ZONE is no time zone: Bangkok. Write it as the IANA database does: Asia/Bangkok",
  );
});
