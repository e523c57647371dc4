import { serviceContext } from '@duijie/service-kit';
import type { Lane } from './engine/matching-engine';
import type { surveyNeed } from './explain-unmatched';
import type { Subjects } from './persistence/subjects.read-model';
import type { ToldList } from './told-list';

/** Why nothing is suggested for a need, in sentences; none where the need is not known any more. */
export const whyNone =
  ({ subjects, survey }: { readonly subjects: Subjects; readonly survey: ReturnType<typeof surveyNeed> }) =>
  async (needId: string, lane: Lane): Promise<ToldList['whyNone']> => {
    const ctx = serviceContext('matcher');
    const need = await subjects.need(ctx, needId);
    return need ? (await survey(ctx, need.body, lane)).summary : [];
  };
