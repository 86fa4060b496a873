import { expect, hydrated, test } from "../fixtures/app.ts";
import { inspection } from "../fixtures/answers.ts";
import { decide } from "../fixtures/desk.ts";
import { declare, fillAll, receipt } from "../fixtures/form.ts";
import { accepts, approves, clerk, company, signIn, signOut } from "../fixtures/people.ts";

test("a clerk files her company's annual inspection, two officers decide it, and everybody can see it", async ({ page }) => {
  test.setTimeout(180_000);

  // What the register says of the company.
  await page.goto("/register");
  await hydrated(page);
  await page.getByLabel("名称、法定代表人、统一社会信用代码或注册号").fill(company);
  await page.getByRole("main").getByRole("button").first().click();
  await page.getByRole("link", { name: company }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(company);
  const publicPage = page.url();
  const capital = /([\d.]+) 万元/.exec(await page.getByRole("main").innerText())![1];

  await signIn(page, clerk);
  await expect(page.getByRole("heading", { level: 1, name: "我的大厅" })).toBeVisible();
  await page.getByRole("row", { name: company }).getByRole("button", { name: "开始" }).first().click();
  await hydrated(page);
  await page.getByRole("link", { name: "开始填写" }).click();
  await fillAll(page, inspection(capital));
  await hydrated(page);
  const review = page.url();
  await declare(page, clerk.name, "经办人", "提交");
  const { number, code } = await receipt(page);
  // The same form sent twice, as by two presses of the button, is one filing.
  const again = await page.request.post(review, {
    form: { _capacity: "经办人", _agreed: "yes" },
    headers: { origin: new URL(review).origin },
  });
  expect(again.status()).toBe(200);
  expect(await again.text()).toContain(number);
  await signOut(page);

  await decide(page, accepts, number, "受理", "已通过，转入下一环节。");
  await decide(page, approves, number, "核准", "已核准。");

  await page.goto("/track");
  await page.getByLabel("受理号").fill(number);
  await page.getByLabel("查询码").fill(code.toLowerCase());
  await page.getByRole("button", { name: "查询", exact: true }).click();
  await expect(page.getByText("已核准").first()).toBeVisible();
  // What is tracked names the office, never an officer.
  await expect(page.getByRole("main")).not.toContainText(approves.name);

  // The notice of approval, read from the address in its QR code, then typed in by hand.
  const link = page.getByRole("main").locator("a[href*='/verify/']").last();
  const [, document, check] = /\/verify\/([^/]+)\/([^/?]+)/.exec((await link.getAttribute("href"))!)!;
  await page.goto("/verify");
  await page.getByLabel("文书编号").fill(decodeURIComponent(document));
  await page.getByLabel("核验码").fill(check);
  await page.getByRole("button", { name: "核验", exact: true }).click();
  await expect(page.getByText("核验通过：由本大厅出具，现行有效")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(company);

  await page.goto(publicPage);
  await expect(page.locator("section", { has: page.getByRole("heading", { name: "已年检年度" }) })).toContainText("2012");
});
