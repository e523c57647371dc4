import type { NeedChange } from '@duijie/contracts';
import { dayOf, newId, type Clock } from '@duijie/domain-kit';
import { ValidationFailed, type Context, type Fault } from '@duijie/service-kit';
import type { NeedSurroundings } from './fill-in-need';
import type { Need } from './need';
import { namedCompound, placeFrom, type HomePlace } from './need-place';
import type { CopiesRepository } from './persistence/copies.repository';
import type { Reference } from './reference';

/** Gathers what is known around a need that is about to be filled in. */
export type SurroundNeed = (ctx: Context, need: Need, change: NeedChange, home: HomePlace) => Promise<NeedSurroundings>;

const isFault = (value: object): value is Fault => 'pointer' in value;

/** @throws ValidationFailed when the place or an organisation named does not exist, Unavailable before the taxonomy has come */
export const surroundNeed =
  ({
    copies,
    reference,
    clock,
  }: {
    readonly copies: CopiesRepository;
    readonly reference: Reference;
    readonly clock: Clock;
  }): SurroundNeed =>
  async (ctx, need, change, home) => {
    const { place: given, draftedByOrganisationId } = change;
    const now = clock.now();
    const named = namedCompound(given, home);
    const compound = given?.compoundId
      ? await copies.compound(ctx, given.compoundId)
      : named && (await copies.compoundNamed(ctx, named));
    const place = given !== undefined || need.version === 0 ? placeFrom(given, home, compound) : need.place;
    const faults: Fault[] = isFault(place) ? [place] : [];
    if (draftedByOrganisationId && !(await copies.organisation(ctx, draftedByOrganisationId)))
      faults.push({
        pointer: '/draftedByOrganisationId',
        detail: { zh: '没有这个机构', en: 'There is no such organisation' },
      });
    if (faults.length > 0 || isFault(place)) throw new ValidationFailed(faults);
    return {
      place,
      book: await reference.book(ctx),
      understanding: await reference.understanding(ctx),
      on: dayOf(now),
      newId: () => newId(now.getTime()),
    };
  };
