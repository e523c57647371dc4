import { dealsModule } from '@duijie/deals';
import { deskModule } from '@duijie/desk';
import { discoveryModule } from '@duijie/discovery';
import { gatewayModule } from '@duijie/gateway';
import { identityModule } from '@duijie/identity';
import { matcherModule } from '@duijie/matcher';
import { needsModule } from '@duijie/needs';
import { offersModule } from '@duijie/offers';
import type { ServiceModule } from '@duijie/service-kit';

/** Every service there is, the door first. */
export const allModules: readonly ServiceModule[] = [
  gatewayModule,
  identityModule,
  needsModule,
  offersModule,
  matcherModule,
  discoveryModule,
  dealsModule,
  deskModule,
];
