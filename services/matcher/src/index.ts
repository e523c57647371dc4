export { matcherModule } from './module';
