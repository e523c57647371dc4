import { runHost } from '@duijie/service-kit';
import { gatewayModule } from './module';

void runHost([gatewayModule]);
