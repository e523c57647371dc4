import { runHost } from '@duijie/service-kit';
import { offersModule } from './module';

void runHost([offersModule]);
