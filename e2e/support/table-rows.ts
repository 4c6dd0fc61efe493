import type { Page } from "@playwright/test";

/** The rows that a page's tables show, without the heads of groups, and what names them. */
export const rows = (page: Page) => page.locator("main tbody tr:has(> th):visible");
export const titles = (page: Page) => rows(page).locator("th a").allTextContents();
