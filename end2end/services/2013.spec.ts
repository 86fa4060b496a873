import { expect, test } from "../fixtures/app.ts";
import { column } from "../fixtures/example.ts";
import { expectNotice, expectSeen, lookUp } from "../fixtures/register.ts";
import { Story } from "../fixtures/story.ts";
import { tell } from "./tell.ts";

test.use({ date: "2013-05-20" });

// Beginning.

tell({
  title: "a noodle shop opens",
  service: "individual-setup",
  of: (given) => given["trade_name"],
  seen: (given) => ({ 登记事项: [given["operator.name"], "花园路2号", given["bus_scope"]], 执照和许可文书: ["个体工商户营业执照"] }),
  notice: "新登记",
});

tell({
  title: "one owner opens a design studio",
  service: "sole-proprietorship-setup",
  of: (given) => given["ent_name"],
  seen: (given) => ({ 登记事项: [given["investor.name"], "花园路3号", given["bus_scope"]], 执照和许可文书: ["个人独资企业营业执照"] }),
  notice: "新登记",
});

tell({
  title: "two partners open a shop, one of whom signs on paper",
  service: "partnership-setup",
  onPaper: true,
  of: (given) => given["ent_name"],
  seen: (given) => ({
    登记事项: [given["manager"], "花园路3号", "50 万元", "40 万元"],
    "股东、出资": column(given, "partners", "name"),
    执照和许可文书: ["合伙企业营业执照"],
  }),
  notice: "新登记",
});

tell({
  title: "five farmers found a cooperative",
  service: "cooperative-setup",
  of: (given) => given["ent_name"],
  seen: (given) => ({
    登记事项: [given["leader.name"], "庙李村", "10 万元"],
    "股东、出资": column(given, "members", "name"),
    主要人员: ["理事长", given["officers.r1.name"]],
  }),
  notice: "新登记",
});

// Changing.

tell({
  title: "a noodle shop moves and adds to its scope",
  service: "individual-change",
  seen: (given) => ({ 登记事项: ["文化路8号", given["scope_after"]], 变更记录: ["住所、经营场所", "经营范围"] }),
  notice: "变更",
});

tell({
  title: "a company moves, elects somebody and widens its scope in one filing",
  service: "company-change",
  everywhere: true,
  seen: (given) => ({
    登记事项: ["文化路20号3层", given["legal_rep_after.name"], given["scope_after"]],
    变更记录: ["住所、经营场所", "法定代表人、经营者", "经营范围"],
    执照和许可文书: ["营业执照"],
  }),
  notice: "变更",
});

tell({
  title: "a cooperative moves, elects another chair and widens its scope",
  service: "cooperative-change",
  seen: (given) => ({
    登记事项: ["马李庄村", given["leader_after.name"], given["scope_after"]],
    执照和许可文书: ["农民专业合作社法人营业执照"],
  }),
  notice: "变更",
});

tell({
  title: "a branch moves and gets another head",
  service: "branch-change",
  seen: (given) => ({ 登记事项: ["经三路8号", given["head.name"], given["scope_after"]] }),
  notice: "变更",
});

tell({
  title: "a lost licence is replaced",
  service: "licence-replacement",
  seen: (given) => ({ 登记的记录: ["营业执照遗失声明", given["newspaper"]], 执照和许可文书: ["营业执照"] }),
  notice: "公告（公示期内）",
});

tell({
  title: "a company files its web shop",
  service: "online-shop-filing",
  seen: (given) => ({ 登记的记录: ["网站（网店）", given["site_name"], given["url"]] }),
});

// Reporting and closing.

tell({
  title: "a company is inspected for the year before",
  service: "annual-inspection",
  seen: () => ({ 已年检年度: ["2012"] }),
});

tell({
  title: "a noodle shop closes",
  service: "individual-deregistration",
  everywhere: true,
  seen: () => ({ 登记事项: ["注销"] }),
  notice: "注销、吊销",
});

// One after the other.

test("a company opens a branch, and gives it up", { tag: "@with-javascript" }, async ({ page, hall }) => {
  const story = new Story(page, hall);
  const company = await story.entityOf("branch-setup");
  const given = story.given("branch-setup");
  const name = given["branch_name"];
  await story.file("branch-setup", company);
  const code = await lookUp(page, name);
  await expectSeen(page, {
    登记事项: [given["head.name"], "文化路20号", given["bus_scope"]],
    执照和许可文书: ["分公司营业执照"],
  });
  await expectNotice(page, "新登记", name);
  await page.goto(`/register/${company.code}`);
  await expectSeen(page, { 分支机构: [name] });

  await story.file("branch-deregistration", { name, code, legalRep: company.legalRep });
  await page.goto(`/register/${code}`);
  await expectSeen(page, { 登记事项: ["注销"] });
  await page.goto(`/register/${company.code}`);
  await expect(page.getByRole("heading", { level: 2, name: "分支机构", exact: true })).toBeHidden();
  await expectNotice(page, "注销、吊销", name);
});

test("shares are pledged, and free again", { tag: "@with-javascript" }, async ({ page, hall }) => {
  const story = new Story(page, hall);
  const company = await story.entityOf("share-pledge");
  const given = story.given("share-pledge");
  await story.file("share-pledge", company);
  await page.goto(`/register/${company.code}`);
  await expectSeen(page, { 登记的记录: ["股权出质", given["pledgor_name"], given["pledgee_name"], "有效"] });
  await story.file("share-pledge-cancellation", company, { leave: ["pledge_no"] });
  await page.goto(`/register/${company.code}`);
  await expectSeen(page, { 登记的记录: ["结束"] });
});

test("a company is wound up and closed", { tag: "@with-javascript" }, async ({ page, hall }) => {
  const story = new Story(page, hall);
  const company = await story.entityOf("company-filing");
  const given = story.given("company-filing");
  await story.file("company-filing", company);
  await page.goto(`/register/${company.code}`);
  await expectSeen(page, { 登记的记录: ["清算组备案", given["liq_head.name"]] });
  await expectNotice(page, "公告（公示期内）", company.name);
  await story.file("company-deregistration", company);
  await page.goto(`/register/${company.code}`);
  await expectSeen(page, { 登记事项: ["注销"] });
  await expectNotice(page, "注销、吊销", company.name);
});

test("a name is approved, adjusted, and becomes a company's", { tag: "@with-javascript" }, async ({ page, hall }) => {
  const story = new Story(page, hall);
  const { ent_name: first, bus_scope: scope } = story.given("name-pre-approval");
  await story.file("name-pre-approval");
  const number = await story.reservation(first);
  await page.goto(`/name?name=${encodeURIComponent(first)}&kind=limited_company`);
  await expectSeen(page, { 查询结果: ["已保留至"] });

  const { name_after: name } = story.given("name-adjustment");
  await story.file("name-adjustment", undefined, { reservation: number });
  expect(await story.reservation(name), "the name is another, the reservation the same").toBe(number);

  const given = story.given("limited-company-setup");
  await story.file("limited-company-setup", undefined, { instead: { ent_name: name, name_no: number } });
  await lookUp(page, name);
  await expectSeen(page, {
    登记事项: [given["leg_rep.name"], "花园路2号", "100 万元", "50 万元", scope],
    "股东、出资": column(given, "holders", "name"),
    主要人员: column(given, "officers", "name"),
    执照和许可文书: ["营业执照"],
  });
  await expectNotice(page, "新登记", name);
});

// Last of all: for whatever follows it would be November.
test("a name is kept for longer and becomes a joint-stock company's in November", { tag: "@with-javascript" }, async ({ page, hall }) => {
  const story = new Story(page, hall);
  const given = story.given("stock-company-setup");
  const name = given["ent_name"];
  await story.file("name-pre-approval", undefined, { instead: { ent_name: name, ent_type: "joint_stock_company" } });
  const number = await story.reservation(name);

  // It would end on 20 November, and can be extended in the month before.
  await story.later("2013-11-01");
  await story.file("name-extension", undefined, { reservation: number });
  await page.goto(`/my/name/${number}`);
  await expect(page.getByRole("main")).toContainText("2014年5月20日");

  await story.file("stock-company-setup", undefined, { instead: { name_no: number } });
  await lookUp(page, name);
  await expectSeen(page, {
    登记事项: [given["leg_rep.name"], "500 万元", "250 万元"],
    "股东、出资": column(given, "promoters", "name"),
    执照和许可文书: ["营业执照"],
  });
  await expectNotice(page, "新登记", name);
});
