import { createClient, ProblemError, type Client } from '@duijie/api-client';
import {
  needsRoutes,
  posterKinds,
  type makeNeedOfCase as contract,
  type NeedInput,
  type PersonActor,
} from '@duijie/contracts';
import {
  actingForOf,
  actorHeader,
  Conflict,
  NotFound,
  personOf,
  Refusal,
  requireReach,
  requireVersion,
  Unavailable,
  type Context,
} from '@duijie/service-kit';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { CaseDeps } from './case-deps';
import { reachedCase, storeCase } from './change-case';
import type { CaseEntity } from './persistence/case.entity';

type Command = z.output<(typeof contract)['body']>;
/** A need that stands at the needs service already. */
export interface MadeNeed {
  readonly needId: string;
  readonly notPublished: string | null;
}

function requireReady(one: CaseEntity, ifMatch: number): string {
  requireVersion(ifMatch, one.version);
  if (one.state !== 'open') throw new Conflict('case.ended', { zh: '这个事项已结束', en: 'The case has ended' });
  if (one.needId !== null)
    throw new Conflict('case.has-need', {
      zh: '这个事项已有平台需求',
      en: 'The case has a need on the platform already',
    });
  if (one.posterId === null)
    throw new Conflict('case.poster-unknown', {
      zh: `平台上还没有“${one.posterName}”，请先登记该机构或指定发布单位`,
      en: `“${one.posterName}” is not on the platform yet: enter it, or name the poster`,
    });
  return one.posterId;
}

/** Those who post needs, without authorities, which act themselves. */
const mayBeActedFor = (kind: string): boolean => kind !== 'subdistrict' && posterKinds.some((each) => each === kind);

function inputOf(one: CaseEntity, { description }: Command, contact: NeedInput['contact']): NeedInput {
  const own = [one.title, one.progress].filter((part) => part !== null).join('\n');
  return {
    title: one.title.slice(0, 80),
    description: description ?? own,
    ...(one.district === null ? {} : { place: { district: one.district, subdistrict: one.subdistrict } }),
    ...(contact ? { contact } : {}),
  };
}

const asRefusal = (error: unknown): Refusal => {
  if (!(error instanceof ProblemError) || error.status >= 500)
    return new Unavailable({ zh: '需求服务暂不可用', en: 'The needs service does not answer' });
  const { code, detail, reason, errors } = error.problem;
  return new Refusal(code, {
    ...(detail === undefined ? {} : { detail: { zh: detail, en: detail } }),
    ...(reason === undefined ? {} : { reason }),
    ...(errors ? { faults: errors } : {}),
  });
};

/**
 * A case becomes a need of its poster, drafted by the broker on behalf of it. The need is made before the transaction,
 * under a key of the case and the words: whatever breaks off in between, a repetition finds the same need.
 */
export function makeNeedOfCase(deps: CaseDeps) {
  const { database, cases, copies, host, tokens, sealing } = deps;
  const store = storeCase(deps);

  const clientOf = (ctx: Context, actor: PersonActor): Client =>
    createClient({
      baseUrl: host.urlOf('needs'),
      locale: ctx.locale,
      timeoutMs: 10_000,
      headers: () => ({ [actorHeader]: tokens.sign(actor), traceparent: ctx.traceparent }),
    });

  async function actorFor(ctx: Context, one: CaseEntity, posterId: string, command: Command): Promise<PersonActor> {
    const poster = await copies.find(ctx, 'organisation', posterId);
    if (!poster || !mayBeActedFor(poster.kind))
      throw new Conflict('case.poster-kind', {
        zh: '发布单位须是社区、业委会或自管组织；街道由本单位人员办理',
        en: 'The poster must be a community, an owners’ committee or a self-management group; subdistricts act themselves',
      });
    const { organisationId, organisationName } = actingForOf(ctx);
    const { id, name, kind, verification, district, subdistrict } = poster;
    const origin = one.importedSource === null ? '' : `（${one.importedSource} ${one.importedId ?? ''}）`;
    return {
      ...personOf(ctx),
      actingFor: {
        organisationId: id,
        organisationName: name,
        kind,
        role: 'editor',
        verification,
        district,
        subdistrict,
      },
      onBehalf: {
        channel: command.channel,
        note: (command.said ?? `由在办事项转入${origin}`).slice(0, 200),
        brokerOrganisationId: organisationId,
        brokerOrganisationName: organisationName,
      },
    };
  }

  async function published(client: Client, needId: string): Promise<string | null> {
    const { state, version } = await client.call(needsRoutes.getNeed, { params: { needId } });
    if (state !== 'draft') return null;
    try {
      await client.call(needsRoutes.submitNeed, { params: { needId }, ifMatch: version });
      return null;
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status >= 500) throw error;
      const { title, detail, errors } = error.problem;
      return [detail ?? title, ...(errors ?? []).map((each) => each.detail)].join('；');
    }
  }

  return {
    /** Makes the need, and submits it where asked for. Outside the transaction. */
    async prepare(ctx: Context, id: string, ifMatch: number, command: Command): Promise<MadeNeed> {
      const one = await reachedCase(cases, ctx, id);
      const actor = await actorFor(ctx, one, requireReady(one, ifMatch), command);
      const { name, phone } = sealing.open(one.contact) ?? { name: null, phone: null };
      const body = inputOf(one, command, name !== null && phone !== null ? { name, phone } : null);
      const words = createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16);
      const client = clientOf(ctx, actor);
      try {
        const need = await client.call(needsRoutes.createNeed, { body, idempotencyKey: `case-${one.id}-${words}` });
        return { needId: need.id, notPublished: command.publish ? await published(client, need.id) : null };
      } catch (error) {
        throw asRefusal(error);
      }
    },
    /** Links the two. */
    link: (ctx: Context, id: string, ifMatch: number, { needId }: MadeNeed): Promise<CaseEntity> =>
      database.run(ctx, async (tx) => {
        const before = await cases.lock(tx, id);
        if (!before) throw new NotFound();
        requireReach(ctx, { organisationId: before.associationId, visible: false });
        // The event of the new need may have linked it a moment ago, which is what is wanted.
        requireReady(before.needId === needId ? { ...before, needId: null } : before, ifMatch);
        return store(tx, before, { ...before, needId }, 'need-made', { needId });
      }),
  };
}
