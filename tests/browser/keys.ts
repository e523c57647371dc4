import type { Locator, Page } from 'playwright-core';
import { hiddenFocus } from '../looks/focus';

/** What going through pages by keys alone came to. */
export interface KeyTally {
  presses: number;
  /** Stops of Tab on the way. */
  stops: number;
  /** Stops that something hid whole. */
  readonly hidden: string[];
}

/** Somebody without a mouse at a page. */
export interface Keys {
  readonly page: Page;
  readonly tally: KeyTally;
  press(key: string, times?: number): Promise<void>;
  type(text: string): Promise<void>;
  /** Goes on with Tab until something has the focus, around the page where it comes to its end. */
  to(one: Locator): Promise<void>;
  /** Goes to something and presses Enter on it. */
  enter(one: Locator): Promise<void>;
  /** Goes to a list that unfolds, and takes the option. */
  choose(box: Locator, option: string): Promise<void>;
  /** Goes to one of a row of choices, and by arrows to the one. */
  pick(group: Locator, option: string): Promise<void>;
}

/** More than any page of the console has. */
const mostStops = 150;
const focused = (one: Locator): Promise<boolean> =>
  one.evaluate((element) => element.contains(document.activeElement)).catch(() => false);

/** @param tally to go on counting with */
export function keysOf(page: Page, tally: KeyTally = { presses: 0, stops: 0, hidden: [] }): Keys {
  const press = async (key: string, times = 1): Promise<void> => {
    for (let i = 0; i < times; i += 1) await page.keyboard.press(key);
    tally.presses += times;
  };
  const to = async (one: Locator): Promise<void> => {
    await one.waitFor();
    for (let i = 0; i < mostStops; i += 1) {
      if (await focused(one)) return;
      await press('Tab');
      tally.stops += 1;
      const hidden = await hiddenFocus(page);
      if (hidden !== null) tally.hidden.push(`${new URL(page.url()).pathname}: ${hidden}`);
    }
    throw new Error(`Tab does not come to ${String(one)} within ${mostStops} stops`);
  };
  return {
    page,
    tally,
    press,
    async type(text) {
      await page.keyboard.type(text);
      tally.presses += text.length;
    },
    to,
    async enter(one) {
      await to(one);
      await press('Enter');
    },
    async choose(box, option) {
      await to(box);
      await press('ArrowDown');
      const wanted = page.locator('.ant-select-item-option:visible').filter({ hasText: option }).first();
      await wanted.waitFor();
      for (let i = 0; i < 30; i += 1) {
        if ((await wanted.getAttribute('class'))?.includes('ant-select-item-option-active')) return press('Enter');
        await press('ArrowDown');
      }
      throw new Error(`arrows do not come to ${option}`);
    },
    async pick(group, option) {
      await to(group);
      const wanted = group.getByRole('radio', { name: option, exact: true });
      for (let i = 0; i < 8; i += 1) {
        if (await wanted.isChecked()) return;
        await press('ArrowRight');
      }
      throw new Error(`arrows do not come to ${option}`);
    },
  };
}
