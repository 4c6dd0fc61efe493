import { describe, expect, it } from "vitest";
import { publisherOfServer } from "./publisher";

const unset = { name: null, contact: null, address: null, licence: null, licenceUrl: null };

describe("who publishes", () => {
  it("is nobody where nothing is set, or blank", () => {
    expect(publisherOfServer({})).toEqual(unset);
    expect(publisherOfServer({ SPAIV_PUBLISHER: " ", SPAIV_LICENCE_URL: "" })).toEqual(unset);
  });

  it("is what the settings say", () => {
    const set = publisherOfServer({
      SPAIV_PUBLISHER: " COMMIT Secretariat ",
      SPAIV_PUBLISHER_CONTACT: "data@example.org",
      SPAIV_PUBLISHER_ADDRESS: "1 River Road, Bangkok",
      SPAIV_LICENCE: "CC-BY-4.0",
      SPAIV_LICENCE_URL: "https://creativecommons.org/licenses/by/4.0/",
    });
    expect(set).toEqual({
      name: "COMMIT Secretariat",
      contact: "data@example.org",
      address: "1 River Road, Bangkok",
      licence: "CC-BY-4.0",
      licenceUrl: "https://creativecommons.org/licenses/by/4.0/",
    });
  });

  it.each([
    ["SPAIV_LICENCE_URL", "creativecommons.org"],
    ["SPAIV_LICENCE_URL", "javascript:alert(1)"],
    ["SPAIV_PUBLISHER", "two\nlines"],
    ["SPAIV_PUBLISHER", "x".repeat(201)],
  ])("refuses %s=%j by its name", (name, value) => {
    expect(() => publisherOfServer({ [name]: value })).toThrow(name);
  });
});
