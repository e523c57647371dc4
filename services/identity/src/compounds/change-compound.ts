import type { changeCompound as contract, CompoundView } from '@duijie/contracts';
import { NotAllowed, NotFound, requireVersion, ValidationFailed, type Context } from '@duijie/service-kit';
import type { z } from 'zod';
import type { IdentityDeps } from '../identity-deps';
import { answersFor } from './compound-access';
import { presentCompound } from './http/compound.presenter';
import { partnerFaults } from './partner-faults';
import type { CompoundEntity } from './persistence/compound.entity';
import { createCompoundsRepository } from './persistence/compounds.repository';
import { placeCompound } from './place-compound';
import { saveCompound } from './save-compound';

type Command = z.output<(typeof contract)['body']>;

/** By those who answer for it, who must also answer for where it is moved to. */
export function changeCompound(deps: IdentityDeps) {
  const { database, audit } = deps;
  const compounds = createCompoundsRepository(database);
  const place = placeCompound(database);
  const partners = partnerFaults(database);
  const save = saveCompound(deps);
  return (ctx: Context, compoundId: string, command: Command, ifMatch: number): Promise<CompoundView> =>
    database.run(ctx, async (tx) => {
      const compound = await compounds.lock(tx, compoundId);
      if (!compound) throw new NotFound();
      const before = await compounds.communities(tx, compoundId);
      if (!answersFor(ctx, compound, before)) throw new NotAllowed();
      requireVersion(ifMatch, compound.version);
      const { communities: names, ...given } = Object.fromEntries(
        Object.entries(command).filter(([, value]) => value !== undefined),
      ) as Command;
      const facts = given as Partial<CompoundEntity>;
      const placed = await place(
        tx,
        {
          district: facts.district ?? compound.district,
          subdistrict: facts.subdistrict ?? compound.subdistrict,
          communities: names ?? before.map((c) => c.community),
        },
        facts.district !== undefined || facts.subdistrict !== undefined,
      );
      const faults = [...('faults' in placed ? placed.faults : []), ...(await partners(tx, facts))];
      if (faults.length > 0 || 'faults' in placed) throw new ValidationFailed(faults);
      const { district, subdistrict, communities } = placed;
      const committeeId = facts.committeeId === undefined ? compound.committeeId : facts.committeeId;
      if (!answersFor(ctx, { district, subdistrict, committeeId }, communities))
        throw new NotAllowed({
          reason: 'compound.elsewhere',
          detail: {
            zh: '改后将不属于您的辖区，请由街道或协会修改',
            en: 'It would leave your area; ask the subdistrict or the association',
          },
        });
      const next = await save.change(tx, compound, { ...facts, district, subdistrict }, communities);
      await audit.record(tx, {
        action: 'compound.changed',
        aggregate: { type: 'compound', id: compoundId },
        data: { fields: Object.keys(command).filter((key) => command[key as keyof Command] !== undefined) },
      });
      return presentCompound(
        next,
        communities.map((c) => c.community),
        true,
      );
    });
}
