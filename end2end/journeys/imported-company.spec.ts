import { resolve } from "node:path";
import { expect, hydrated, test } from "../fixtures/app.ts";
import { inspection } from "../fixtures/answers.ts";
import { declare, fillAll, receipt } from "../fixtures/form.ts";
import { type Person, signOut } from "../fixtures/people.ts";

const file = resolve(import.meta.dirname, "../fixtures/company.csv");

// As the file has them.
const company = { name: "河南星垣木作有限公司", code: "9141010557XYM04178" };
const representative: Person = { name: "秦若川", login: "410105197904120052", password: "walnut plane forty-two" };

test("a company that was imported is claimed by its legal representative, who files for it", async ({ page, hall }) => {
  test.setTimeout(180_000);
  expect(hall.run("register", "import", file)).toContain("1 added");
  expect(hall.run("register", "import", file), "a second time nothing changes").toContain("1 unchanged");

  await page.goto("/sign-up");
  await hydrated(page);
  await page.locator('[name="name"]').fill(representative.name);
  await page.locator('[name="id_no"]').fill(representative.login);
  await page.locator('[name="phone"]').fill("13800000001");
  await page.locator('[name="password"]').fill(representative.password);
  await page.locator('[name="password_again"]').fill(representative.password);
  await page.getByRole("main").getByRole("button").last().click();
  await expect(page.getByRole("button", { name: "退出登录" })).toBeVisible();

  // What the register does not show: whose number stands behind the name of the legal representative.
  await page.goto("/my/claim");
  await page.locator('[name="entity"]').fill(company.code);
  await page.locator('button[name="as"][value="representative"]').click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(company.name);

  await page.goto("/my");
  await page.getByRole("row", { name: company.name }).getByRole("button", { name: "开始" }).first().click();
  await hydrated(page);
  await page.getByRole("link", { name: "开始填写" }).click();
  await fillAll(page, inspection("100"));
  await hydrated(page);
  await declare(page, representative.name, "法定代表人", "提交");
  const { number, code } = await receipt(page);
  test.info().annotations.push({ type: "receipt", description: `${number} ${code}` });
  await signOut(page);

  await page.goto("/track");
  await page.getByLabel("受理号").fill(number);
  await page.getByLabel("查询码").fill(code);
  await page.getByRole("button", { name: "查询", exact: true }).click();
  await expect(page.getByRole("main")).toContainText(company.name);
});
