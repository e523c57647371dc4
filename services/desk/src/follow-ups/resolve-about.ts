import { ValidationFailed, type Context } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { IntroductionRepository } from '../introductions/persistence/introduction.repository';
import { aboutKeys, type About, type AboutInput } from './about';

/** A case, as far as contacts and follow-ups are about it. */
export interface KnownCase {
  readonly title: string;
  readonly needId: string | null;
  readonly organisationId: string | null;
  readonly demo: boolean;
}
export interface ResolveDeps {
  readonly copies: CopiesRepository;
  readonly introductions: IntroductionRepository;
  /** A case of this association, or null. */
  readonly caseOf: (ctx: Context, associationId: string, caseId: string) => Promise<KnownCase | null>;
}
export interface Resolved {
  readonly about: About;
  /** What it is about in one line. */
  readonly title: string;
  readonly demo: boolean;
}

/**
 * Looks up what is named, and names what goes with it: an introduction's need and provider, a case's need and poster.
 * @throws ValidationFailed when nothing is named, or something that is not there
 */
export const resolveAbout =
  ({ copies, introductions, caseOf }: ResolveDeps) =>
  async (ctx: Context, associationId: string, input: AboutInput): Promise<Resolved> => {
    if (aboutKeys.every((key) => input[key] === undefined))
      throw new ValidationFailed([
        {
          pointer: '',
          detail: {
            zh: '请说明与哪条需求、哪个机构、哪次推介或哪个事项有关',
            en: 'Name a need, an organisation, an introduction or a case',
          },
        },
      ]);
    const [one, introduction] = [
      input.caseId === undefined ? null : await caseOf(ctx, associationId, input.caseId),
      input.introductionId === undefined ? null : await introductions.find(ctx, input.introductionId),
    ];
    const needId = input.needId ?? introduction?.needId ?? one?.needId ?? null;
    const organisationId = input.organisationId ?? introduction?.providerId ?? one?.organisationId ?? null;
    const need = needId === null ? null : await copies.find(ctx, 'need', needId);
    const organisation = organisationId === null ? null : await copies.find(ctx, 'organisation', organisationId);
    // What goes with a case is known by it: its need may be a draft yet, of which the desk knows no more.
    const missing: readonly (readonly [keyof About, unknown])[] = [
      ['caseId', one],
      ['introductionId', introduction],
      ['needId', need ?? needId === one?.needId],
      ['organisationId', organisation ?? organisationId === one?.organisationId],
    ];
    const faults = missing.flatMap(([key, found]) =>
      input[key] !== undefined && !found
        ? [{ pointer: `/${key}`, detail: { zh: '没有这个对象', en: 'There is no such object' } }]
        : [],
    );
    if (faults.length > 0) throw new ValidationFailed(faults);
    return {
      about: { needId, organisationId, introductionId: input.introductionId ?? null, caseId: input.caseId ?? null },
      title: one?.title ?? need?.title ?? introduction?.needTitle ?? organisation?.name ?? '',
      demo: one?.demo ?? need?.demo ?? introduction?.demo ?? organisation?.demo ?? false,
    };
  };
export type ResolveAbout = ReturnType<typeof resolveAbout>;
