import type { CompoundView, createCompound as contract } from '@duijie/contracts';
import { actingForOf, NotAllowed, ValidationFailed, type Context } from '@duijie/service-kit';
import type { z } from 'zod';
import type { IdentityDeps } from '../identity-deps';
import { staffRoleOf } from '../organisations/caller';
import { answersFor } from './compound-access';
import { presentCompound } from './http/compound.presenter';
import { newCompound } from './new-compound';
import { partnerFaults } from './partner-faults';
import { placeCompound } from './place-compound';
import { saveCompound } from './save-compound';

type Command = z.output<(typeof contract)['body']>;

/** By a community, committee or subdistrict for its own area, by association staff anywhere. A committee enters its own. */
export function createCompound(deps: IdentityDeps) {
  const { database, audit, clock } = deps;
  const place = placeCompound(database);
  const partners = partnerFaults(database);
  const save = saveCompound(deps);
  return (ctx: Context, command: Command): Promise<CompoundView> =>
    database.run(ctx, async (tx) => {
      const acting = actingForOf(ctx);
      const isCommittee = acting.kind === 'owners_committee' || acting.kind === 'self_management';
      const { communities: names, ...facts } = command;
      const committeeId = isCommittee ? acting.organisationId : facts.committeeId;
      const placed = await place(tx, { ...facts, communities: names }, true);
      const faults = [...('faults' in placed ? placed.faults : []), ...(await partners(tx, { ...facts, committeeId }))];
      if (faults.length > 0 || 'faults' in placed) throw new ValidationFailed(faults);
      const { district, subdistrict, communities } = placed;
      const inOwnArea = acting.district === district && acting.subdistrict === subdistrict;
      const own = isCommittee ? inOwnArea : answersFor(ctx, { district, subdistrict, committeeId: null }, communities);
      if (staffRoleOf(ctx) === null && !own)
        throw new NotAllowed({
          reason: 'compound.elsewhere',
          detail: { zh: '只能登记本辖区的小区', en: 'Only compounds of your own area' },
        });
      const compound = newCompound({ ...facts, district, subdistrict, committeeId }, clock.now());
      await save.add(tx, compound, communities);
      await audit.record(tx, {
        action: 'compound.created',
        aggregate: { type: 'compound', id: compound.id },
        data: { district, subdistrict, type: compound.type },
      });
      return presentCompound(
        compound,
        communities.map((c) => c.community),
        true,
      );
    });
}
