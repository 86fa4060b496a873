import { audit, expect, hydrated, test } from "../fixtures/app.ts";

test("somebody whose company moved says so, and comes to the guide and its blank forms", async ({ page }) => {
  await page.goto("/");
  await hydrated(page);
  await page.getByRole("searchbox").fill("我们公司搬家了");
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page.getByText("相符的说法：搬家").first()).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "公司变更登记" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "公司变更登记" })).toBeVisible();
  const materials = page.locator("#materials");
  await expect(materials.getByRole("link", { name: /^空白表格/ }).first()).toBeVisible();
  await page.getByRole("link", { name: "空白表格", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "空白表格：公司变更登记" })).toBeVisible();
  await audit(page);
});

test("what nobody offers leads on to questions, lists and offices", async ({ page }) => {
  await page.goto(`/en/services?q=${encodeURIComponent("a trip to Mars")}`);
  await expect(page.getByText("Nothing found for “a trip to Mars”")).toBeVisible();
  await page.getByRole("link", { name: "See every service by what you want to do" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Start a business" })).toBeVisible();
});
