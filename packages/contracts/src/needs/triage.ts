import { z } from 'zod';
import { id, text, version } from '../primitives';
import { routesOf } from '../route';
import { needSummary, needView } from './need-view';
import { responsibilities } from './rules';

const route = routesOf('needs');
const one = z.strictObject({ needId: id });

/** What a screener needs to decide: published needs that may be the same, and who is responsible. */
export const needTriage = z.strictObject({
  needId: id,
  version,
  /** Open needs of the district with a leaf in common or of the same poster, likeliest first, five at most. */
  duplicates: z.array(
    z.strictObject({
      need: needSummary,
      /** 0–100. */
      likeness: z.int().min(0).max(100),
      because: z.array(
        z.enum(['same_poster', 'same_compound', 'same_community', 'same_subdistrict', 'leaves', 'words']),
      ),
      /** Straight line, where both have coordinates. */
      distanceM: z.int().min(0).nullable(),
    }),
  ),
  /** Lines of the responsibility list (职责清单) for its leaves: who leads first. */
  responsible: z.array(
    z.strictObject({
      rule: responsibilities.view,
      /** Bodies of this kind whose area it is, to refer to with one tap; empty when none is on the platform. */
      organisations: z.array(z.strictObject({ organisationId: id, name: z.string() })),
    }),
  ),
});
export type NeedTriage = z.infer<typeof needTriage>;

export const getNeedTriage = route('getNeedTriage', {
  method: 'GET',
  path: '/needs/:needId/triage',
  summary: { zh: '分诊建议：疑似重复与责任单位', en: 'Suggest duplicates and responsible bodies of a need' },
  params: one,
  response: needTriage,
});

/**
 * Merges needs into the one of the path, which stands for all: those named become its duplicates, their posters and
 * whoever had joined them join it, so that they hear of it. All or none.
 */
export const mergeNeeds = route('mergeNeeds', {
  method: 'POST',
  path: '/needs/:needId/merge',
  kind: 'change',
  summary: { zh: '合并需求', en: 'Merge needs into one' },
  params: one,
  body: z.strictObject({
    /** With the versions seen. */
    duplicates: z
      .array(z.strictObject({ needId: id, version }))
      .min(1)
      .max(20),
    reason: text(500, 2),
  }),
  response: needView,
});
