import { test } from "../fixtures/app.ts";
import { expectNotice, expectSeen } from "../fixtures/register.ts";
import { Story } from "../fixtures/story.ts";

test.use({ date: "2024-05-20" });

test("somebody declares the name of a company and has it at once", { tag: "@with-javascript" }, async ({ page, hall }) => {
  const story = new Story(page, hall);
  const { ent_name: name } = story.given("name-self-declaration");
  await story.file("name-self-declaration", undefined, { byItself: true });
  await story.reservation(name);
  await page.goto(`/name?name=${encodeURIComponent(name)}&kind=limited_company`);
  await expectSeen(page, { 查询结果: ["已保留至"] });
});

// Last of all: for whatever follows it would be June.
test("a company announces its simple deregistration and is closed once nobody objected", { tag: "@with-javascript" }, async ({ page, hall }) => {
  const story = new Story(page, hall);
  const company = await story.entityOf("simple-deregistration-notice");
  await story.file("simple-deregistration-notice", company, { byItself: true });
  await page.goto(`/register/${company.code}`);
  await expectSeen(page, { 登记的记录: ["简易注销公告", company.legalRep.name] });
  await expectNotice(page, "公告（公示期内）", company.name);
  // Twenty days, and the day after.
  await story.later("2024-06-10");
  await story.file("simple-deregistration", company, { leave: ["notice_no", "notice_until"] });
  await page.goto(`/register/${company.code}`);
  await expectSeen(page, { 登记事项: ["注销"] });
  await expectNotice(page, "注销、吊销", company.name);
});
