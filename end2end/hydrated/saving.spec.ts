import { type Page, delayWasm, expect, hydrated, test } from "../fixtures/app.ts";
import { beginShop } from "../fixtures/form.ts";
import { founder, signIn } from "../fixtures/people.ts";

async function newDraft(page: Page): Promise<string> {
  await signIn(page, founder);
  return beginShop(page);
}

const saved = /已保存 \d\d:\d\d/;

test("what is typed before the wasm arrives stays, and is saved", async ({ page }) => {
  const draft = await newDraft(page);
  await delayWasm(page, 5000);
  await page.goto(`${draft}/page/name`);
  await page.getByRole("radio", { name: "是" }).check();
  const name = page.locator('[name="trade_name"]');
  await name.pressSequentially("郑州市金水区早起小店", { delay: 30 });
  await expect(page.locator("html")).not.toHaveAttribute("data-hydrated");
  await hydrated(page);
  await expect(name).toHaveValue("郑州市金水区早起小店");
  await expect(page.getByText(saved)).toBeVisible();
  await page.goto(`${draft}/page/name`);
  await expect(name).toHaveValue("郑州市金水区早起小店");
  await expect(page.getByRole("radio", { name: "是" })).toBeChecked();
});

test("an answer is saved a moment after it was typed, without any button", async ({ page }) => {
  const draft = await newDraft(page);
  await page.goto(`${draft}/page/business`);
  await hydrated(page);
  await expect(page.getByText("填写的内容会自动保存。")).toBeVisible();
  await page.locator('[name="bus_scope"]').fill("餐饮服务\n烟草零售");
  await expect(page.getByText(saved)).toBeVisible();
  await page.reload();
  await expect(page.locator('[name="bus_scope"]')).toHaveValue("餐饮服务\n烟草零售");
});

test("a question that follows from an answer appears at once", async ({ page }) => {
  const draft = await newDraft(page);
  await page.goto(`${draft}/page/name`);
  await hydrated(page);
  const alternative = page.locator('[name="alt_name_1"]');
  await expect(alternative).toBeHidden();
  await page.getByRole("radio", { name: "是" }).check();
  await expect(alternative).toBeVisible();
  await page.getByRole("radio", { name: "否" }).check();
  await expect(alternative).toBeHidden();
});

test("while the network is gone it says so, and saves once it is back", async ({ page, context }) => {
  const draft = await newDraft(page);
  await page.goto(`${draft}/page/business`);
  await hydrated(page);
  // Requests fail as long as it lasts; that is what this test is about.
  await page.route("**/page/business*", (route) => route.abort("aborted"));
  await page.locator('[name="bus_scope"]').fill("没有网络时填写");
  await expect(page.getByText("尚未保存：没有网络连接，正在重试")).toBeVisible();
  await page.unroute("**/page/business*");
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(page.getByText(saved)).toBeVisible();
  await page.reload();
  await expect(page.locator('[name="bus_scope"]')).toHaveValue("没有网络时填写");
});
