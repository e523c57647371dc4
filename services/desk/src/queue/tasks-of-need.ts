import type {
  AgreementBody,
  AppointmentBody,
  DeskTerms,
  LotBody,
  NeedBody,
  NeedMatchesBody,
  ObjectionBody,
  ResponseBody,
} from '@duijie/contracts';
import { addDays, startOfDay } from '@duijie/domain-kit';
import { createHash } from 'node:crypto';
import type { IntroductionEntity } from '../introductions/persistence/introduction.entity';
import { taskWords } from './task-words';
import type { WantedTask } from './wanted-task';

/** What the desk knows about one need. */
export interface NeedFacts {
  /** Null while it is a draft. */
  readonly need: NeedBody | null;
  readonly matches: NeedMatchesBody | null;
  readonly introductions: readonly IntroductionEntity[];
  readonly lots: readonly LotBody[];
  readonly appointments: readonly AppointmentBody[];
  readonly responses: readonly ResponseBody[];
  readonly agreements: readonly AgreementBody[];
  readonly objections: readonly ObjectionBody[];
  /** Somebody holds or held a task of the need. */
  readonly caredFor: boolean;
}

const dayMs = 24 * 60 * 60 * 1000;
const later = (at: Date | string, days: number): Date => new Date(new Date(at).getTime() + days * dayMs);
const fingerprint = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.toSorted().join(' ')).digest('hex').slice(0, 32);

/**
 * Which tasks a need gives rise to now. Pure: the same facts give the same tasks, whatever happened in which order.
 * @param terms days after which something is due
 * @returns each kind and subject once
 */
export function tasksOfNeed(facts: NeedFacts, terms: Omit<DeskTerms, 'version'>): WantedTask[] {
  const { need } = facts;
  if (!need) return [];
  const about = {
    needId: need.id,
    associationId: null,
    title: need.title,
    poster: { organisationId: need.organisationId, name: need.organisationName },
    provider: null,
    district: need.place.district,
    subdistrict: need.place.subdistrict,
    hidden: false,
    demo: need.demo,
  };
  const ofNeed = { ...about, subject: { type: 'need' as const, id: need.id } };
  return [
    ...(need.state === 'submitted'
      ? [
          {
            ...ofNeed,
            kind: 'screen' as const,
            details: taskWords.screen,
            occasion: 'submitted',
            dueAt: later(need.updatedAt, terms.screenDays),
          },
        ]
      : []),
    ...supplyTasks(need, facts, terms, ofNeed),
    ...fallenTasks(facts, terms, about),
    ...introductionTasks(facts, terms, about),
    ...requestTasks(facts, terms, about),
    ...dealTasks(facts, terms, about),
    ...objectionTasks(facts, terms, about),
  ];
}

type About = Pick<
  WantedTask,
  'needId' | 'associationId' | 'title' | 'poster' | 'provider' | 'district' | 'subdistrict' | 'hidden' | 'demo'
>;

/** While it looks for somebody and nobody was introduced, is asked directly, or responds. */
function supplyTasks(
  need: NeedBody,
  { matches, introductions, appointments, lots, caredFor }: NeedFacts,
  terms: Omit<DeskTerms, 'version'>,
  about: About & Pick<WantedTask, 'subject'>,
): WantedTask[] {
  const open = (need.state === 'published' || need.state === 'responding') && need.mode !== 'recorded';
  const introduced = introductions.some(({ state }) => state === 'introduced' || state === 'interested');
  const asked = appointments.some(({ state }) => state === 'waiting');
  if (!open || introduced || asked || lots.some(({ responseCount }) => responseCount > 0)) return [];
  const tasks: WantedTask[] = [];
  if (!caredFor && need.publishedAt !== null)
    tasks.push({
      ...about,
      kind: 'new_need',
      details: taskWords.new_need,
      occasion: need.publishedAt,
      dueAt: later(need.publishedAt, terms.careDays),
    });
  if (!matches) return tasks;
  const tried = new Set(introductions.flatMap((one) => (one.introducedAt === null ? [] : [one.providerId])));
  const best = matches.best.filter(({ providerId }) => !tried.has(providerId));
  const dueAt = later(matches.at, terms.careDays);
  if (best.length > 0)
    tasks.push({
      ...about,
      kind: 'introduce',
      details: { ...taskWords.introduce(matches.suggested), best },
      occasion: fingerprint(best.map(({ packageId }) => packageId)),
      dueAt,
    });
  if (matches.suggested === 0)
    tasks.push({
      ...about,
      kind: 'no_supply',
      details: { ...taskWords.no_supply, whyNone: matches.whyNone },
      occasion: fingerprint(matches.whyNone.map(({ zh }) => zh)),
      dueAt,
    });
  return tasks;
}

/**
 * What failed or was given back does not vanish: somebody asks the poster whether it is published again or goes another
 * way, until a lot is open anew or closed with its need.
 */
function fallenTasks({ lots, matches }: NeedFacts, terms: Omit<DeskTerms, 'version'>, about: About): WantedTask[] {
  const whyNone = matches?.suggested === 0 ? { whyNone: matches.whyNone } : {};
  return lots.flatMap((lot): WantedTask[] => {
    const { state, attempt, because } = lot;
    if (state !== 'failed' && state !== 'given_back') return [];
    return [
      {
        ...about,
        kind: 'fell_through',
        subject: { type: 'lot', id: lot.id },
        details: { ...taskWords.fell_through(lot.title, state, because), ...whyNone },
        occasion: `${state}-${attempt}`,
        dueAt: later(lot.updatedAt, terms.careDays),
        hidden: false,
      },
    ];
  });
}

function introductionTasks(
  { introductions, responses }: NeedFacts,
  terms: Omit<DeskTerms, 'version'>,
  about: About,
): WantedTask[] {
  return [
    ...introductions.flatMap((one): WantedTask[] => {
      const ofThis = {
        ...about,
        subject: { type: 'introduction' as const, id: one.id },
        provider: { organisationId: one.providerId, name: one.providerName },
      };
      if (one.state === 'introduced' && one.introducedAt !== null)
        return [
          {
            ...ofThis,
            kind: 'answer_outstanding',
            details: taskWords.answer_outstanding(one.providerName),
            occasion: one.introducedAt.toISOString(),
            dueAt: later(one.introducedAt, terms.answerDays),
            hidden: true,
          },
        ];
      if (one.live !== null && one.clearance === 'flagged' && one.askedAt !== null)
        return [
          {
            ...ofThis,
            kind: 'flag',
            details: taskWords.flag(one.providerName),
            occasion: one.askedAt.toISOString(),
            dueAt: one.askedAt,
          },
        ];
      return [];
    }),
    ...responses
      .filter(({ conflict, state }) => conflict === 'flagged' && ['submitted', 'opened', 'shortlisted'].includes(state))
      .map((one): WantedTask => ({
        ...about,
        kind: 'flag',
        subject: { type: 'response', id: one.id },
        provider: { organisationId: one.organisationId, name: one.organisationName },
        details: taskWords.flag(one.organisationName),
        occasion: `attempt-${one.attempt}`,
        dueAt: new Date(one.submittedAt ?? one.updatedAt),
      })),
  ];
}

/** A provider that is asked directly and does not answer. */
function requestTasks({ appointments }: NeedFacts, terms: Omit<DeskTerms, 'version'>, about: About): WantedTask[] {
  return appointments
    .filter(({ state }) => state === 'waiting')
    .map((one) => ({
      ...about,
      kind: 'answer_outstanding',
      subject: { type: 'appointment', id: one.id },
      provider: { organisationId: one.organisationId, name: one.organisationName },
      details: taskWords.request_outstanding(one.organisationName),
      occasion: one.askedAt,
      dueAt: later(one.askedAt, terms.answerDays),
      hidden: true,
    }));
}

/** Where something that runs against a result is: with the broker, the poster, or whoever decides. */
function stepOf({ state, passedAt, answerDueAt }: ObjectionBody): keyof typeof taskWords.objection {
  if (state === 'formal') return answerDueAt === null ? 'answered' : 'formal';
  return (passedAt ?? null) === null ? 'asked' : 'passed';
}

/** What runs against a result: to be passed on, answered, decided; and the answer that a poster owes too long. */
function objectionTasks({ objections }: NeedFacts, terms: Omit<DeskTerms, 'version'>, about: About): WantedTask[] {
  return objections.flatMap((one): WantedTask[] => {
    if (one.state !== 'asked' && one.state !== 'formal') return [];
    const step = stepOf(one);
    const ofThis = { ...about, subject: { type: 'objection' as const, id: one.id } };
    const dueAt =
      step === 'passed'
        ? later(one.passedAt ?? one.updatedAt, terms.answerDays)
        : new Date(one.answerDueAt ?? one.updatedAt);
    const task: WantedTask = {
      ...ofThis,
      kind: 'objection',
      details: taskWords.objection[step],
      occasion: step,
      dueAt,
    };
    if (step !== 'formal') return [task];
    const overdue = { details: taskWords.answer_overdue, occasion: dueAt.toISOString(), dueAt, hidden: true };
    return [task, { ...ofThis, kind: 'answer_overdue', ...overdue }];
  });
}

function dealTasks({ lots, agreements }: NeedFacts, terms: Omit<DeskTerms, 'version'>, about: About): WantedTask[] {
  return [
    ...lots
      .filter(({ state }) => state === 'deciding')
      .map((lot): WantedTask => ({
        ...about,
        kind: 'deciding',
        subject: { type: 'lot', id: lot.id },
        details: taskWords.deciding(lot.title),
        occasion: `attempt-${lot.attempt}`,
        dueAt: later(lot.responsesDueAt ?? lot.updatedAt, terms.decideDays),
        hidden: true,
      })),
    ...agreements.flatMap((agreement): WantedTask[] => {
      const { id, leadId, leadName, openChange, posterName } = agreement;
      if (!openChange) return [];
      const other = openChange.by === 'payer' ? leadName : posterName;
      return [
        {
          ...about,
          kind: 'answer_outstanding',
          subject: { type: 'agreement', id },
          provider: { organisationId: leadId, name: leadName },
          details: taskWords.change_outstanding(other),
          occasion: openChange.at,
          dueAt: later(openChange.at, terms.answerDays),
          hidden: true,
        },
      ];
    }),
    ...agreements
      .filter(({ state }) => state === 'signed')
      .flatMap((agreement): WantedTask[] => {
        const [next] = agreement.milestones
          .flatMap(({ id, title, dueOn, state }) =>
            dueOn !== null && (state === 'planned' || state === 'sent_back') ? [{ id, title, dueOn }] : [],
          )
          .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
        if (!next) return [];
        return [
          {
            ...about,
            kind: 'delivery_overdue',
            subject: { type: 'agreement', id: agreement.id },
            provider: { organisationId: agreement.leadId, name: agreement.leadName },
            details: { ...taskWords.delivery_overdue(next.title), day: next.dueOn },
            occasion: fingerprint([next.id, next.dueOn]),
            dueAt: startOfDay(addDays(next.dueOn, 1)),
            hidden: true,
          },
        ];
      }),
  ];
}
