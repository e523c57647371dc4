import type { DatabaseDeps, ModuleDeps } from '@duijie/service-kit';
import type { IdentityConfig } from './config';
import type { PasswordHasher } from './people/password-hasher';
import type { Sealing } from './secrets/sealing';

/** What the use cases of identity are built from. */
export interface IdentityDeps extends ModuleDeps<IdentityConfig>, DatabaseDeps {
  readonly sealing: Sealing;
  readonly hasher: PasswordHasher;
}
