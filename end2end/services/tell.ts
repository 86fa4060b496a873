import { test } from "../fixtures/app.ts";
import type { Given } from "../fixtures/example.ts";
import { type Seen, expectNotice, expectSeen, lookUp } from "../fixtures/register.ts";
import { Story, type Telling } from "../fixtures/story.ts";

/** One service, filed from its complete example to its effect, and what everybody can then see. */
export interface Told extends Telling {
  /** What happens, as a sentence. */
  title: string;
  service: string;
  /** Filed without JavaScript and on PostgreSQL too. */
  everywhere?: boolean;
  /** Name of the entity whose public page says so, after the filing; the entity's own if left out. */
  of?: (given: Given) => string;
  seen: (given: Given) => Seen;
  /** The heading of the notices it stands under. */
  notice?: string;
}

/** The test of one service. */
export function tell(told: Told) {
  test(told.title, { tag: told.everywhere ? [] : ["@with-javascript"] }, async ({ page, hall }) => {
    const story = new Story(page, hall);
    const given = story.given(told.service);
    const entity = given["entity.name"] ? await story.entityOf(told.service) : undefined;
    await story.file(told.service, entity, told);
    const name = told.of?.(given) ?? entity!.name;
    await lookUp(page, name);
    await expectSeen(page, told.seen(given));
    if (told.notice) await expectNotice(page, told.notice, name);
  });
}
