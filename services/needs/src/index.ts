export { needsModule } from './module';
