import { runHost } from '@duijie/service-kit';
import { identityModule } from './module';

void runHost([identityModule]);
