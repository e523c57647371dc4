import { defineModule, Loop, serviceContext, type DatabaseDeps, type ModuleDeps } from '@duijie/service-kit';
import { auditRoutes } from './audit/http/audit.routes';
import { compoundsRoutes } from './compounds/http/compounds.routes';
import { identityConfig, type IdentityConfig } from './config';
import { demoRoutes } from './demo/http/demo.routes';
import { emptyingPlan } from './demo/persistence/emptying-plan';
import { tellEmptied } from './demo/tell-emptied';
import { firstStart } from './first-start/first-start';
import type { IdentityDeps } from './identity-deps';
import { compoundsImporter } from './imports/compounds.importer';
import { organisationsImporter } from './imports/organisations.importer';
import { invitationsRoutes } from './invitations/http/invitations.routes';
import { membersRoutes } from './members/http/members.routes';
import { publishStaff } from './members/publish-staff';
import { organisationsRoutes } from './organisations/http/organisations.routes';
import { peopleRoutes } from './people/http/people.routes';
import { createPasswordHasher } from './people/password-hasher';
import { identitySchema } from './persistence/identity-schema';
import { placesRoutes } from './places/http/places.routes';
import { loadPlaces } from './places/load-places';
import { createSealing } from './secrets/sealing';
import { queuesRoutes } from './queues/http/queues.routes';
import { hostSecretOf } from './secrets/host-secret-of';
import { setUpRoutes } from './set-up/http/set-up.routes';
import { sessionsRoutes } from './sessions/http/sessions.routes';
import { pruneCredentials } from './sessions/prune-credentials';

const pruneEveryMs = 10 * 60_000;
const emptyEveryMs = 2_000;

/** People, sessions, organisations, members, invitations, places, compounds. */
export const identityModule = defineModule({
  name: 'identity' as const,
  config: identityConfig,
  schema: identitySchema,
  create(moduleDeps: ModuleDeps<IdentityConfig> & DatabaseDeps) {
    const secret = hostSecretOf(moduleDeps.config.DUIJIE_SECRET, moduleDeps.host.stateDir);
    const deps: IdentityDeps = { ...moduleDeps, sealing: createSealing(secret), hasher: createPasswordHasher() };
    const context = serviceContext('identity');
    const prune = pruneCredentials(deps);
    const pruning = new Loop('identity.prune', pruneEveryMs, () => prune(context), deps.log);
    const emptying = new Loop('identity.empty-demo', emptyEveryMs, tellEmptied(deps), deps.log);
    return {
      routes: [
        ...sessionsRoutes(deps),
        ...peopleRoutes(deps),
        ...organisationsRoutes(deps),
        ...membersRoutes(deps),
        ...invitationsRoutes(deps),
        ...placesRoutes(deps),
        ...compoundsRoutes(deps),
        ...auditRoutes(deps),
        ...setUpRoutes(deps),
        ...demoRoutes(deps, () => emptying.nudge()),
        ...queuesRoutes(deps),
      ],
      emptying: emptyingPlan(deps.database),
      importers: [organisationsImporter(deps), compoundsImporter(deps)],
      async start() {
        await loadPlaces(deps)(context);
        await firstStart(deps)(context);
        await publishStaff(deps).missing(context);
        pruning.start();
        emptying.start();
      },
      async stop() {
        await Promise.all([pruning.stop(), emptying.stop()]);
      },
    };
  },
});
