import type { Page } from "@playwright/test";

/** The words of a page's main part, without the buttons that only a script brings, one after another. */
export const mainWords = (page: Page): Promise<string> =>
  page.getByRole("main").evaluate((main) => {
    const copy = main.cloneNode(true) as Element;
    for (const drawn of copy.querySelectorAll(".unfold, .own-note")) drawn.remove();
    return copy.textContent ?? "";
  });
