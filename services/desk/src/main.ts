import { runHost } from '@duijie/service-kit';
import { deskModule } from './module';

void runHost([deskModule]);
