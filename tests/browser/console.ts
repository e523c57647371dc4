import { clearNamespace, moveClock, testEnvironment, testNamespace } from '@duijie/testkit';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startSystem, type RunningSystem } from '../e2e/running-system';
import { castOf, type Cast } from './cast';
import { launchBrowser } from './chromium';
import { watch, type Refusal, type Watch } from './watch';

const reports = resolve(__dirname, '../../.local/journeys');

/** Somebody at a browser of their own. */
export interface Visitor {
  readonly name: string;
  readonly page: Page;
  /** From now on this refusal is no fault: the journey provokes it. */
  expectRefusal(...refusal: Refusal): void;
  leave(): Promise<void>;
}
export interface VisitorOptions {
  /** Of the window, in CSS pixels. */
  readonly width?: number;
  readonly language?: 'zh-CN' | 'en-GB';
}

/** The console of an all-in-one host with real parts, and a browser in which people come to it. */
export interface Console {
  readonly system: RunningSystem;
  readonly cast: Cast;
  /** A fresh browser context: nobody's cookies, nothing kept. @param name by which faults tell who saw them */
  readonly visitor: (name: string, options?: VisitorOptions) => Promise<Visitor>;
  /** A test in which a failure tells what everybody saw, and which fails by anything that `watch` sees. */
  readonly seen: (act: () => Promise<void>) => Promise<void>;
  /** Moves the clock of the system to an instant, where that is not past. */
  readonly forwardTo: (to: string | null | undefined) => Promise<void>;
  /** The day by the system's clock in Chengdu, as YYYY-MM-DD. */
  readonly today: () => string;
  /** Keeps figures of a journey for the report. */
  readonly measured: (figures: MeasuredJourney) => void;
  /** Ends all, and leaves what browsers asked for in `.local/journeys/<word>.json`. */
  stop(): Promise<void>;
}

/** What a journey by keys alone came to. */
export interface MeasuredJourney {
  readonly keyboard: string;
  readonly presses: number;
  /** Stops of Tab on the way. */
  readonly stops: number;
}

/** What the browsers of one console asked for. */
export interface JourneyReport {
  readonly word: string;
  readonly requests: number;
  readonly requestsElsewhere: number;
  /** Pages that were loaded, each with the policy decided and a nonce of its own. */
  readonly pages: number;
  readonly measured: readonly MeasuredJourney[];
}

/** @param word short, tells this console's databases from those of other tests */
export async function openConsole(word: string): Promise<Console> {
  const namespace = testNamespace(word);
  await clearNamespace(testEnvironment(namespace));
  const system = await startSystem('one process', namespace, {
    // Everybody comes from one address here.
    DUIJIE_RATE_SIGN_IN: '1000',
    DUIJIE_RATE_ANONYMOUS: '100000',
  });
  let browser: Browser;
  let cast: Cast;
  try {
    cast = await castOf(system);
    browser = await launchBrowser();
  } catch (fault) {
    await system.stop();
    throw fault;
  }
  const here: {
    readonly name: string;
    readonly context: BrowserContext;
    readonly page: Page;
  }[] = [];
  /** Of everybody, of those who left too. */
  const watches: { readonly name: string; readonly watch: Watch }[] = [];
  const figures: MeasuredJourney[] = [];

  async function sights(): Promise<string> {
    const each = here.map(async ({ name, page }) => {
      const what = await page
        .locator('body')
        .ariaSnapshot({ timeout: 2000 })
        .catch((fault: unknown) => String(fault));
      return `\n── ${name} at ${page.url()}\n${what.slice(0, 6000)}`;
    });
    return (await Promise.all(each)).join('\n');
  }
  const faults = (): readonly string[] =>
    watches.flatMap(({ name, watch: seen }) => seen.faults().map((f) => `${name}: ${f}`));
  /** The last that the services wrote, which they do from warnings on. */
  const logged = (): string => `── the services wrote\n${system.output().slice(-3000)}`;

  function report(): void {
    const counts = watches.flatMap(({ watch: seen }) => [...seen.hosts]);
    const sum = (some: typeof counts): number => some.reduce((total, [, count]) => total + count, 0);
    const own = new URL(system.url).host;
    mkdirSync(reports, { recursive: true });
    const told: JourneyReport = {
      word,
      requests: sum(counts),
      requestsElsewhere: sum(counts.filter(([host]) => host !== own)),
      pages: watches.reduce((total, { watch: seen }) => total + seen.pages(), 0),
      measured: figures,
    };
    writeFileSync(join(reports, `${word}.json`), `${JSON.stringify(told, null, 1)}\n`);
  }

  let movedMs = 0;
  return {
    system,
    async forwardTo(to) {
      const byMs = Date.parse(to ?? '') + 1000 - Date.now() - movedMs;
      if (Number.isNaN(byMs)) throw new Error('there is no such instant to move the clock to');
      if (byMs <= 0) return;
      // Sessions end meanwhile: what a page asks for by itself is refused until its user signs in again.
      for (const one of watches) one.watch.expectRefusal([401, '']);
      movedMs += byMs;
      await moveClock(system.environment, byMs);
    },
    today: () => new Date(Date.now() + movedMs + 8 * 3_600_000).toISOString().slice(0, 10),
    cast,
    async visitor(name, { width = 1440, language = 'zh-CN' } = {}) {
      const context = await browser.newContext({
        baseURL: system.url,
        locale: language,
        timezoneId: 'Asia/Shanghai',
        viewport: { width, height: width < 600 ? 780 : 1000 },
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(30_000);
      const seen = watch(context, system.url);
      const page = await context.newPage();
      const one = { name, context, page };
      here.push(one);
      watches.push({ name, watch: seen });
      return {
        name,
        page,
        expectRefusal: (...refusal) => seen.expectRefusal(refusal),
        async leave() {
          here.splice(here.indexOf(one), 1);
          await context.close();
        },
      };
    },
    async seen(act) {
      try {
        await act();
      } catch (fault) {
        const text = fault instanceof Error ? fault.message : String(fault);
        throw new Error([text, ...faults(), await sights(), logged()].join('\n'), { cause: fault });
      }
      const wrong = faults();
      if (wrong.length > 0) throw new Error([...wrong, await sights(), logged()].join('\n'));
    },
    measured: (one) => void figures.push(one),
    async stop() {
      report();
      await browser.close();
      await system.stop();
    },
  };
}
