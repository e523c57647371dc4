import { runHost } from '@duijie/service-kit';
import { allModules } from './index';

void runHost(allModules);
