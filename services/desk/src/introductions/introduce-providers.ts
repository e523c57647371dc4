import type { IntroductionView, NeedBody, OrganisationState, PackageBody } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { ValidationFailed, type Context, type TransactionContext } from '@duijie/service-kit';
import { examineConflicts, type Examined } from './examine-conflicts';
import { introducerOf, type Introducer } from './introducer-of';
import type { IntroductionDeps, SteppedIntroduction } from './introduction-deps';
import { nextIntroductionState } from './introduction-lifecycle';
import type { IntroductionEntity } from './persistence/introduction.entity';
import { presentIntroduction } from './present-introduction';
import { providerFaults, type Introduced } from './provider-faults';
import { isDecided, requireClearance, requireOneRole, requireOtherBroker } from './require-clearance';
import { requireOpenNeed } from './require-open-need';
import { tellSteps, writeIntroduction, type WriteIntroduction } from './store-introduction';

export interface IntroduceCommand {
  readonly needId: string;
  readonly as: 'shortlisted' | 'introduced';
  readonly providers: readonly Introduced[];
  readonly note: string | null;
  /** What is flagged is not refused: it waits for somebody's decision, as what a poster introduces does. */
  readonly flagsWait?: boolean;
}
interface Line {
  readonly need: NeedBody;
  readonly organisation: OrganisationState;
  readonly package: PackageBody | null;
  readonly introducer: Introducer;
  readonly note: string | null;
  readonly now: Date;
}

const newIntroduction = ({ need, organisation, package: one, introducer, note, now }: Line): IntroductionEntity => ({
  id: newId(now.getTime()),
  version: 0,
  needId: need.id,
  needTitle: need.title,
  posterId: need.organisationId,
  posterName: need.organisationName,
  providerId: organisation.id,
  providerName: organisation.name,
  packageId: one?.id ?? null,
  packageTitle: one?.title ?? null,
  district: need.place.district,
  subdistrict: need.place.subdistrict,
  state: 'shortlisted',
  live: 1,
  openToProvider: false,
  openToPoster: false,
  by: introducer.by,
  brokerPersonId: introducer.personId,
  brokerName: introducer.name,
  brokerOrganisationId: introducer.organisationId,
  brokerOrganisationName: introducer.organisationName,
  brokeringId: introducer.brokeringId,
  note,
  clearance: 'clear',
  findings: [],
  decision: null,
  askedAt: null,
  introducedAt: null,
  answeredAt: null,
  answeredBy: null,
  reason: null,
  meeting: null,
  demo: need.demo || organisation.demo,
  createdAt: now,
  updatedAt: now,
});

/** What the check says, and what a broker decided in this call or before. */
function cleared(
  held: IntroductionEntity | undefined,
  examined: Examined,
  line: Introduced,
  { personId, name, organisationName }: Introducer,
  now: Date,
): Pick<IntroductionEntity, 'clearance' | 'findings' | 'decision'> {
  const { findings } = examined;
  if (findings.length === 0) return { clearance: 'clear', findings, decision: null };
  if (isDecided(held, examined)) return { clearance: 'cleared', findings, decision: held?.decision ?? null };
  if (!line.clearance) return { clearance: 'flagged', findings, decision: null };
  const { reason } = line.clearance;
  return {
    clearance: 'cleared',
    findings,
    decision: { reason, at: now.toISOString(), by: name, personId, organisationName },
  };
}

/** Introduces or shortlists providers, all or none; those introduced already stay as they are. */
export const introduceProviders = (deps: IntroductionDeps) => {
  const examine = examineConflicts(deps);
  const write = writeIntroduction(deps);
  const tell = tellSteps(deps);
  return (ctx: Context, command: IntroduceCommand): Promise<{ items: IntroductionView[] }> =>
    deps.database.run(ctx, async (inner) => {
      await deps.copies.lockNeed(inner, command.needId);
      const need = await requireOpenNeed(deps.copies, inner, command.needId);
      const introducer = introducerOf(inner, need);
      const { providers } = command;
      const ids = providers.map(({ providerId }) => providerId);
      const organisations = await deps.copies.findAll(inner, 'organisation', ids);
      const packages = await deps.copies.findAll(
        inner,
        'package',
        providers.flatMap(({ packageId }) => (packageId === null ? [] : [packageId])),
      );
      const byPoster = introducer.by === 'poster';
      const faults = providerFaults(providers, { need, organisations, packages, byPoster });
      if (faults.length > 0) throw new ValidationFailed(faults);

      const examined = await examine(inner, need, ids);
      const earlier = await deps.introductions.ofNeed(inner, need.id);
      requireOneRole(introducer.brokeringId, ids, earlier);
      const held = new Map(earlier.flatMap((one) => (one.live === null ? [] : [[one.providerId, one]])));
      const done = (id: string): boolean => ['introduced', 'interested'].includes(held.get(id)?.state ?? '');
      const open = examined.filter(({ organisationId }) => !done(organisationId));
      requireOtherBroker(
        introducer.brokeringId,
        open.filter(({ outcome }) => outcome === 'flagged'),
      );
      requireClearance(
        examined.map((one) => (done(one.organisationId) ? { ...one, outcome: 'clear' as const } : one)),
        (one, index) =>
          byPoster ||
          command.flagsWait === true ||
          command.as === 'shortlisted' ||
          providers[index]?.clearance !== undefined ||
          isDecided(held.get(one.organisationId), one),
      );

      const items: IntroductionView[] = [];
      const steps: SteppedIntroduction[] = [];
      const store: WriteIntroduction = async (within, before, fields, step, reason) => {
        const introduction = await write(within, before, fields, step, reason);
        steps.push({ introduction, step });
        return introduction;
      };
      for (const [index, line] of providers.entries()) {
        const found = examined[index];
        const organisation = organisations.get(line.providerId);
        if (!found || !organisation) throw new Error('A provider was not looked at');
        const before = held.get(line.providerId);
        const one = await oneLine(store, inner, command, {
          before,
          line,
          found,
          facts: {
            need,
            organisation,
            package: line.packageId === null ? null : (packages.get(line.packageId) ?? null),
            introducer,
            note: command.note,
            now: deps.clock.now(),
          },
        });
        items.push(presentIntroduction(one, byPoster ? 'poster' : 'staff'));
      }
      await tell(inner, need.id, steps);
      return { items };
    });

  async function oneLine(
    store: WriteIntroduction,
    ctx: TransactionContext,
    command: IntroduceCommand,
    given: { before: IntroductionEntity | undefined; line: Introduced; found: Examined; facts: Line },
  ): Promise<IntroductionEntity> {
    const { before, line, found, facts } = given;
    const { introducer, now } = facts;
    if (before && (before.state !== 'shortlisted' || command.as === 'shortlisted')) return before;
    const wall = cleared(before, found, line, introducer, now);
    const fresh = newIntroduction(facts);
    const row: IntroductionEntity = {
      ...fresh,
      ...(before ? { id: before.id, createdAt: before.createdAt } : {}),
      ...(before && fresh.packageId === null ? { packageId: before.packageId, packageTitle: before.packageTitle } : {}),
      note: fresh.note ?? before?.note ?? null,
      ...wall,
    };
    const reason = wall.decision?.reason ?? null;
    if (command.as === 'shortlisted') return store(ctx, before ?? null, row, 'shortlisted', reason);
    if (wall.clearance === 'flagged') return store(ctx, before ?? null, { ...row, askedAt: now }, 'asked');
    const state = nextIntroductionState('shortlisted', 'introduce');
    return store(ctx, before ?? null, { ...row, state, introducedAt: now }, 'introduced', reason);
  }
};
