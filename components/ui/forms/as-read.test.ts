import { expect, it } from "vitest";
import { formatsOf } from "@/lib/i18n/formats";
import { momentsOf } from "@/lib/i18n/moments";
import { asRead } from "./as-read";

const read = (args: object) => asRead(args, momentsOf("en", "Asia/Bangkok"), formatsOf("en"));

it("a refusal says days and moments as people read them, and all else as it stands", () => {
  expect(read({ until: "2017-01-01" })).toEqual({ until: "1 January 2017" });
  expect(read({ startsOn: "2018-11-05", endsOn: "2018-11-06", period: "2018" })).toEqual({
    startsOn: "5 November 2018",
    endsOn: "6 November 2018",
    period: "2018",
  });
  expect(read({ at: "2018-05-21T09:20:00Z", by: "Malee" })).toEqual({ at: "21 May 2018 at 16:20 UTC+7", by: "Malee" });
});
