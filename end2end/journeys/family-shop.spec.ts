import { audit, expect, hydrated, test } from "../fixtures/app.ts";
import { familyShop } from "../fixtures/answers.ts";
import { decide } from "../fixtures/desk.ts";
import { declare, fillAll } from "../fixtures/form.ts";
import { accepts, approves, brother, founder, signIn, signInHere, signOut } from "../fixtures/people.ts";

const name = "郑州市金水区林家小馆";

test("a family opens a shop: a few questions, a form, a brother's signature, two officers, a licence", async ({ page }) => {
  test.setTimeout(240_000);

  await page.goto("/start");
  await page.getByRole("link", { name: /我要开办经营/ }).click();
  for (const answer of ["一个家庭，以家庭财产经营", "由我（我们）以全部财产承担", "否", "租用房屋"]) {
    await hydrated(page);
    await page.getByLabel(answer, { exact: true }).check();
    await page.getByRole("button", { name: "继续" }).click();
  }
  await page.getByRole("combobox").selectOption("410105");
  await page.getByRole("button", { name: "继续" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "您需要办理" })).toBeVisible();
  await page.getByRole("link", { name: "开始办理" }).first().click();

  // Signing in on the way leads back to where the filing begins.
  await page.getByRole("link", { name: "登录后办理" }).click();
  await signInHere(page, founder);
  await page.getByRole("main").getByRole("button").last().click();
  await hydrated(page);
  await page.getByRole("link", { name: "开始填写" }).or(page.getByRole("link", { name: "继续填写" })).first().click();
  await fillAll(page, familyShop(name));

  // "Run by a family" was never asked in the form: the answer came along.
  await expect(page.getByText("家庭经营").first()).toBeVisible();
  await hydrated(page);
  await declare(page, founder.name, "经营者", "定稿并请人签字");
  await expect(page.getByRole("heading", { level: 1, name: "等待签字" })).toBeVisible();
  // She declared from her own account, which signs for her; he has yet to sign.
  await expect(page.getByRole("listitem").filter({ hasText: founder.name }).last()).toContainText("在线确认");
  await expect(page.getByText("尚未签字")).toHaveCount(1);
  await audit(page);
  await signOut(page);

  // Her brother reads what is frozen, and signs.
  await signIn(page, brother);
  await page.getByRole("link", { name: "阅读并签字" }).click();
  await expect(page.getByText(name).first()).toBeVisible();
  await page.getByRole("button", { name: "签字", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "我的大厅" })).toBeVisible();
  await signOut(page);

  await signIn(page, founder);
  const filing = page.getByRole("link", { name: /^\d{6,}/ }).first();
  const number = (await filing.innerText()).trim();
  await signOut(page);

  await decide(page, accepts, number, "受理", "已通过，转入下一环节。");
  await decide(page, approves, number, "核准", "已核准。");

  await page.goto("/register");
  await page.getByLabel("名称、法定代表人、统一社会信用代码或注册号").fill("林家小馆");
  await page.getByRole("main").getByRole("button").first().click();
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(page.getByRole("main")).toContainText(founder.name);

  // The licence, and where its QR code leads.
  await signIn(page, founder);
  await page.goto(`/case/${number}`);
  const licence = page.getByRole("link", { name: /营业执照/ }).first();
  await page.goto((await licence.getAttribute("href"))!);
  await expect(page.getByRole("main")).toContainText(name);
  const address = /\/verify\/[^\s"'<]+/.exec(await page.content());
  expect(address, "the document says where it can be checked").not.toBeNull();
  await page.goto(address![0]);
  await expect(page.getByText("核验通过：由本大厅出具，现行有效")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(name);
});
