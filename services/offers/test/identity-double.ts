import type { OrganisationKind, OrganisationState, VerificationState } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { defineModule, serviceContext, type DatabaseDeps, type ServiceModule } from '@duijie/service-kit';
import { z } from 'zod';

/** Facts of an organisation that a test sets itself. */
export interface OrganisationFacts {
  readonly kind?: OrganisationKind;
  readonly name?: string;
  readonly verification?: VerificationState;
  readonly importedAs?: OrganisationState['importedAs'];
}
/** Stands for identity: publishes organisations over the real outbox, relay and inbox. */
export interface IdentityDouble {
  readonly module: ServiceModule;
  /** Publishes a state. @param version its sequence @returns the organisation's id */
  publish(facts?: OrganisationFacts, version?: number, id?: string): Promise<string>;
}

export function identityDouble(): IdentityDouble {
  let deps: DatabaseDeps | undefined;
  return {
    module: defineModule({
      name: 'identity' as const,
      config: z.object({}),
      schema: { entities: [], migrations: [] },
      create(given: DatabaseDeps) {
        deps = given;
        return { routes: [] };
      },
    }),
    async publish(facts = {}, version = 1, id = newId(Date.now())) {
      const data: OrganisationState = {
        id,
        version,
        kind: facts.kind ?? 'social_org',
        name: facts.name ?? '青羊社工中心',
        creditCode: null,
        businessScope: null,
        description: '',
        district: null,
        subdistrict: null,
        community: null,
        foundedYear: null,
        verification: facts.verification ?? 'verified',
        qualifications: [],
        grade: null,
        affiliations: [],
        importedAs: facts.importedAs ?? null,
        demo: false,
      };
      await deps?.database.run(serviceContext('identity'), (ctx) =>
        deps!.outbox.append(ctx, {
          type: 'organisation.changed.v1',
          aggregate: { type: 'organisation', id },
          sequence: version,
          data,
        }),
      );
      return id;
    },
  };
}
