import { test } from "../fixtures/app.ts";
import { expectNotice, expectSeen } from "../fixtures/register.ts";
import { Story } from "../fixtures/story.ts";

test.use({ date: "2024-05-20" });

test("a company announces its simple deregistration and is closed once nobody objected", { tag: "@with-javascript" }, async ({ page, hall }) => {
  const story = new Story(page, hall);
  const company = await story.entityOf("simple-deregistration-notice");
  await story.file("simple-deregistration-notice", company, { byItself: true });
  await page.goto(`/register/${company.code}`);
  await expectSeen(page, { 登记的记录: ["简易注销公告", company.legalRep.name] });
  // Twenty days, and the day after.
  await story.later("2024-06-10");
  await story.file("simple-deregistration", company, { leave: ["notice_no", "notice_until"] });
  await page.goto(`/register/${company.code}`);
  await expectSeen(page, { 登记事项: ["注销"] });
  await expectNotice(page, "注销、吊销", company.name);
});
