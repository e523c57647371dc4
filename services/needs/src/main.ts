import { runHost } from '@duijie/service-kit';
import { needsModule } from './module';

void runHost([needsModule]);
