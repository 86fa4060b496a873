import { expect, test } from "../fixtures/app.ts";
import { listAbnormal } from "../fixtures/desk.ts";
import { expectNotice, expectSeen, lookUp } from "../fixtures/register.ts";
import { Story } from "../fixtures/story.ts";

test.use({ date: "2016-05-20" });

test("a company reports on its year, and everybody reads what it chose to publish", async ({ page, hall }) => {
  const story = new Story(page, hall);
  const company = await story.entityOf("annual-report");
  const given = story.given("annual-report");
  await story.file("annual-report", company, { byItself: true });
  await lookUp(page, company.name);
  await expectSeen(page, { 年度报告: ["2015年度报告"] });
  await page.locator("#reports").getByRole("link").first().click();
  const report = page.getByRole("main");
  await expect(report).toContainText(given["main_business"]);
  await expect(report, "chosen to be public").toContainText(`${Number(given["assets"])} 万元`);
  await expect(report, "not chosen").not.toContainText(`${Number(given["liabilities"])} 万元`);
  await expect(report, "never public").not.toContainText("13800000001");
});

test("a company is listed as abnormal and gets off the list", { tag: "@with-javascript" }, async ({ page, hall }) => {
  const story = new Story(page, hall);
  const company = await story.entityOf("abnormal-removal");
  await listAbnormal(page, company.code, "未依照规定期限公示年度报告", "2014", "2014年度报告未在期限内公示。");
  await page.goto(`/register/${company.code}`);
  await expect(page.getByText("该市场主体现被列入经营异常名录")).toBeVisible();
  await expectSeen(page, { 登记的记录: ["列入经营异常名录", "未依照规定期限公示年度报告", "有效"] });
  await expectNotice(page, "列入经营异常名录", company.name);
  await story.file("abnormal-removal", company, { instead: { done_on: "2016-05-20" } });
  await page.goto(`/register/${company.code}`);
  await expect(page.getByText("该市场主体现被列入经营异常名录")).toBeHidden();
  await expectSeen(page, { 登记的记录: ["结束"] });
  await expectNotice(page, "移出经营异常名录", company.name);
});
