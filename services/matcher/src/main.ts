import { runHost } from '@duijie/service-kit';
import { matcherModule } from './module';

void runHost([matcherModule]);
