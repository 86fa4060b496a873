import { type Page, expect, hasScript, hydrated, test } from "../fixtures/app.ts";
import { beginShop, goOn } from "../fixtures/form.ts";
import { type Person, agent, founder, signIn, signInHere, signOut } from "../fixtures/people.ts";

/** Begins a shop of one's own and opens a page of its form. Gives the draft's address. */
async function draftOf(page: Page, who: Person, form: string): Promise<string> {
  await signIn(page, who);
  const draft = await beginShop(page);
  await page.goto(`${draft}/page/${form}`);
  await hydrated(page);
  return draft;
}

/** Leaves a field the way a reader does, so that what was typed is checked. */
async function typeInto(page: Page, name: string, text: string) {
  const input = page.locator(`[name="${name}"]`);
  await input.fill(text);
  await input.blur();
}

const error = (page: Page, name: string) => page.locator(`[id="${name}-error"]`);
const value = (page: Page, name: string) => page.locator(`[name="${name}"]`);

test("wrong digits of an identity number are named, and stay to be corrected", async ({ page }) => {
  await draftOf(page, founder, "operator");
  const cases = [
    ["41010519850312024", "18 位"],
    ["410105198503120241", "校验不符"],
    ["410105198513120240", "出生日期"],
    ["990105198503120240", "省级代码"],
  ];
  await page.locator('[name="operator.id_type"]').selectOption("111");
  for (const [typed, says] of cases) {
    await typeInto(page, "operator.id_no", typed);
    await goOn(page);
    await hydrated(page);
    await expect(value(page, "operator.id_no")).toHaveValue(typed);
    await expect(error(page, "operator.id_no")).toContainText(says);
    await expect(page.locator("#error-summary")).toBeVisible();
  }
});

test("text that is too long, with its length limit said, is given back whole", async ({ page }) => {
  await draftOf(page, founder, "name");
  const long = "长".repeat(51);
  await typeInto(page, "trade_name", long);
  await goOn(page);
  await hydrated(page);
  await expect(value(page, "trade_name")).toHaveValue(long);
  await expect(error(page, "trade_name")).toContainText("最多 50 个字");
});

test("full-width digits are taken as digits", async ({ page }) => {
  const draft = await draftOf(page, founder, "operator");
  await typeInto(page, "postcode", "４５００００");
  await goOn(page);
  await hydrated(page);
  await expect(error(page, "postcode")).toBeHidden();
  await page.goto(`${draft}/review`);
  await expect(page.getByRole("main")).toContainText("450000");
});

test("control characters are refused with a word of what to do", async ({ page }) => {
  await draftOf(page, founder, "operator");
  await typeInto(page, "ethnicity", "汉\u0007族");
  await goOn(page);
  await hydrated(page);
  await expect(error(page, "ethnicity")).toContainText("控制字符");
});

test("a day that no calendar has is given back as typed", async ({ page }) => {
  const draft = await draftOf(page, founder, "agent");
  // A browser's own date field cannot hold such a day; what is posted can.
  const posted = await page.request.post(`${draft}/page/agent`, {
    form: { _act: "continue", has_agent: "yes", agent_from: "2013-02-30" },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(posted.status()).toBe(422);
  await page.goto(`${draft}/page/agent?check`);
  await hydrated(page);
  await expect(value(page, "agent_from")).toHaveValue("2013-02-30");
  await expect(error(page, "agent_from")).toContainText("日历上没有这一天");
});

test("somebody else's draft is not there", async ({ page }) => {
  const draft = await draftOf(page, founder, "name");
  await signOut(page);
  await signIn(page, agent);
  for (const path of ["", "/page/name", "/review", "/print"]) {
    const answer = await page.goto(`${draft}${path}`);
    expect(answer?.status(), path).toBe(404);
  }
});

test("what is typed after the session is over is there once one has signed in", async ({ page, context }) => {
  const draft = await draftOf(page, founder, "business");
  await context.clearCookies();
  await typeInto(page, "bus_scope", "登录失效后填写\n餐饮服务");
  if (hasScript()) {
    await expect(page.getByText("尚未保存：登录已失效。")).toBeVisible();
    const opened = context.waitForEvent("page");
    await page.getByRole("link", { name: "在新窗口登录后会自动保存" }).click();
    const other = await opened;
    await signInHere(other, founder);
    await other.close();
    await page.bringToFront();
    await expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible({ timeout: 20_000 });
  } else {
    await goOn(page);
    await expect(page.getByText("刚才填写的内容没有丢失")).toBeVisible();
    await signInHere(page, founder);
  }
  await expect(value(page, "bus_scope")).toHaveValue("登录失效后填写\n餐饮服务");
  await page.goto(`${draft}/page/business`);
  await expect(value(page, "bus_scope")).toHaveValue("登录失效后填写\n餐饮服务");
});
