export { dealsModule } from './module';
