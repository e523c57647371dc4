import type { DatabaseSchema } from '@duijie/service-kit';
import { OrganisationCopyEntity, TaxonomyCopyEntity } from './copies.entity';
import { AnswerWithoutEngine1764000000001 } from './migrations/answer-without-engine.migration';
import { DiscoveryTables1764000000000 } from './migrations/discovery-tables.migration';
import { SavedSearches1764000000010 } from './migrations/saved-searches.migration';
import { SearchQuestions1764000000005 } from './migrations/search-questions.migration';
import { SavedSearchEntity } from './saved-search.entity';
import { SearchDocumentEntity } from './search-document.entity';
import { SearchCounterEntity, SearchIndexEntity } from './search-index.entity';
import { SearchQuestionEntity } from './search-question.entity';
import { SearchGramEntity, SearchGramStatEntity, SearchTagEntity } from './search-term.entity';

export const discoverySchema: DatabaseSchema = {
  entities: [
    OrganisationCopyEntity,
    SavedSearchEntity,
    SearchCounterEntity,
    SearchDocumentEntity,
    SearchGramEntity,
    SearchGramStatEntity,
    SearchIndexEntity,
    SearchQuestionEntity,
    SearchTagEntity,
    TaxonomyCopyEntity,
  ],
  migrations: [
    DiscoveryTables1764000000000,
    AnswerWithoutEngine1764000000001,
    SearchQuestions1764000000005,
    SavedSearches1764000000010,
  ],
};
