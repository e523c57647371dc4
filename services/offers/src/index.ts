export { offersModule } from './module';
