import { startLanguages } from './language';

startLanguages();
