import { audit, delayWasm, expect, hydrated, test } from "../fixtures/app.ts";

test("a page is whole before its wasm arrives", async ({ page }) => {
  await delayWasm(page, 3000);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("html")).not.toHaveAttribute("data-hydrated");
  await hydrated(page);
});

test("the first page is accessible", async ({ page }) => {
  await page.goto("/");
  await audit(page);
});
