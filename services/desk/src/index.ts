export { deskModule } from './module';
