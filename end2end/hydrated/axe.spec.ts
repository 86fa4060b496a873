import { type Page, audit, hydrated, test } from "../fixtures/app.ts";
import { beginShop } from "../fixtures/form.ts";
import { accepts, agent, clerk, company, founder, signIn } from "../fixtures/people.ts";

/** Audits each of these pages; one that fails does not keep the others from being looked at. */
async function auditAll(page: Page, paths: string[]) {
  for (const path of paths) await test.step(path, () => audit(page, path));
}

/** The first address on the page that begins so. */
async function addressOf(page: Page, start: string): Promise<string> {
  return (await page.getByRole("main").locator(`a[href^="${start}"]`).first().getAttribute("href"))!;
}

test("pages that everybody reads are accessible", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto(`/register?q=${encodeURIComponent(company)}`);
  const entity = await addressOf(page, "/register/");
  await auditAll(page, [
    "/",
    "/services",
    "/services?by=office&office=410105",
    `/services?q=${encodeURIComponent("搬家")}`,
    "/services?q=zzz",
    "/services?event=start",
    "/service/annual-inspection",
    "/service/individual-setup/form/operator-id",
    "/en/service/partnership-change",
    "/service/individual-setup/form",
    "/service/individual-setup/begin",
    "/annual",
    "/start",
    "/start/start-business",
    "/start/start-business?who=family&purpose=shop&liability=unlimited&pre_licence=no&premises=rented&place=410105",
    "/register",
    `/register?q=${encodeURIComponent("郑州")}`,
    entity,
    "/track",
    "/verify",
    "/sign-in",
    "/sign-up",
    "/notices",
    "/about",
    "/help",
    "/privacy",
    "/accessibility",
    "/no-such-page",
    "/en/service/annual-inspection",
  ]);
});

test("one's own pages are accessible", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, clerk);
  await page.goto("/my");
  const entity = await addressOf(page, "/my/entity/");
  await auditAll(page, ["/my", "/my/claim", "/account", "/inbox", entity, `${entity}/mandates`]);
  await page.context().clearCookies();
  await signIn(page, agent);
  await page.goto("/my");
  const decided = page.getByRole("row", { name: "已核准" }).first().locator('a[href^="/case/"]');
  const filing = (await decided.getAttribute("href"))!;
  await page.goto(filing);
  const paper = await addressOf(page, "/document/");
  await page.goto(paper);
  const code = await page.locator(".paper__code").innerText();
  const check = `/verify/${paper.split("/").pop()}/${code.trim()}`;
  await auditAll(page, ["/my", filing, `${filing}/receipt`, `${filing}/filing`, paper, check]);
});

test("the pages of a draft are accessible", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, founder);
  const draft = await beginShop(page);
  await hydrated(page);
  const pages = ["name", "operator", "business", "premises", "agent", "attachments", "signatures"];
  const paths = pages.map((one) => `${draft}/page/${one}?check`);
  await auditAll(page, [draft, ...paths, `${draft}/review`, `${draft}/print`]);
});

test("the officers' desk is accessible", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, accepts);
  await page.goto("/desk");
  const filing = await addressOf(page, "/desk/case/");
  await auditAll(page, [
    "/desk",
    "/desk?status=approved",
    filing,
    `${filing}/filing`,
    "/desk/identities",
    "/desk/claims",
    "/desk/windows",
    "/desk/register",
    "/desk/packs",
    "/desk/packs/annual-inspection",
  ]);
});
