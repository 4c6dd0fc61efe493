import { expect, it } from "vitest";
import { formerName, readFormerName } from "./former-person";
import { roles } from "./roles";

it("a pseudonym is read as it was written, and no other name is one", () => {
  for (const role of [...roles, null]) expect(readFormerName(formerName({ role, id: 12 }))).toEqual({ role, id: 12 });
  for (const name of ["Malee Saetang", "former", "former 12", "Former focalPoint 12", "former focalPoint 012", ""])
    expect(readFormerName(name)).toBeNull();
});
