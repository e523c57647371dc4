import { signIn } from './acts/anybody';
import { openConsole, type Console } from './console';
import { lightWay } from './light-way';

// Many steps, each of which waits for the processor on a busy machine.
jest.setTimeout(180_000);

let here: Console;
beforeAll(async () => {
  here = await openConsole('short');
});
afterAll(() => here.stop());

/** A phone in every run; a desk as well in the full set. */
const widths = process.env['DUIJIE_LONG'] === '1' ? [360, 1440] : [360];

describe.each(widths)('in a window of %i px', (width) => {
  test('each role signs in and finds its own home, which fits the window', () =>
    here.seen(async () => {
      const { cast } = here;
      const homes = [
        ['community', cast.community, '等我办理'],
        ['provider', await cast.provider('property_firm', `锦城物业服务有限公司${cast.word}${width}`), '等我办理'],
        ['broker', cast.broker, '待办'],
        ['officer', cast.officer, '等我办理'],
      ] as const;
      for (const [role, { login, password }, heading] of homes) {
        const visitor = await here.visitor(role, { width });
        await signIn(visitor.page, login, password);
        await visitor.page.getByRole('heading', { level: 2, name: heading }).waitFor();
        const [wide, window] = await visitor.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        expect([role, wide]).toEqual([role, window]);
        await visitor.leave();
      }
    }));

  test('four roles go the light way from a need to its review', () => here.seen(() => lightWay(here, width)));
});
