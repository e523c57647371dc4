import type { Console } from './console';

/**
 * Steps of one journey. Each goes on where the last one ended, so none is tried once one has failed.
 * @param here the console, opened before the first step
 */
export function stepsOf(here: () => Console): (name: string, act: () => Promise<void>) => void {
  let broken = false;
  return (name, act) =>
    test(name, async () => {
      if (broken) throw new Error('not tried: an earlier step failed');
      broken = true;
      await here().seen(act);
      broken = false;
    });
}
