export { discoveryModule } from './module';
