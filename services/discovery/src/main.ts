import { runHost } from '@duijie/service-kit';
import { discoveryModule } from './module';

void runHost([discoveryModule]);
