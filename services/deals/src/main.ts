import { runHost } from '@duijie/service-kit';
import { dealsModule } from './module';

void runHost([dealsModule]);
