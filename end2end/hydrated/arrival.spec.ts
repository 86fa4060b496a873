import { audit, expect, hydrated, test } from "../fixtures/app.ts";

test("a page without islands fetches no wasm", async ({ page }) => {
  const paths: string[] = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  await page.goto("/");
  await hydrated(page);
  await expect(page.locator("leptos-island")).toHaveCount(0);
  expect(paths.filter((path) => path.endsWith(".wasm"))).toEqual([]);
});

test("the first page is accessible, in both languages", async ({ page }) => {
  await page.goto("/");
  await audit(page);
  await audit(page, "/en/");
});
