import type { Client } from '@duijie/api-client';
import { modeTemplates } from '@duijie/contracts';

const example = {
  validFrom: null,
  source: null,
  status: 'example',
  evidence: null,
  retired: false,
} as const;
const open = { sealed: false, evaluation: 'choice' } as const;
const qingyang = { code: '510105', zh: '青羊区' } as const;

/**
 * Terms of two districts that differ from the city's, so that a demo shows what would else need days: a public contest
 * that the poster closes by hand, with a notice of its result; and a need that opens only after an enquiry period.
 */
const templates = [
  {
    ...example,
    ...open,
    jurisdiction: qingyang,
    mode: 'quotation',
    zh: '邀请比选（青羊区示例）',
    en: 'Invited quotation (example of one district)',
    responseDays: 7,
    enquiryDays: 0,
    noticeDays: 0,
    leastResponses: 3,
    bandAboveFen: 5_000_000,
    bandUpToFen: 10_000_000,
  },
  {
    ...example,
    ...open,
    jurisdiction: qingyang,
    mode: 'open_call',
    zh: '公开征集（青羊区示例：不密封、由需求方截止）',
    en: 'Open call (example of one district: not sealed, closed by the poster)',
    responseDays: null,
    enquiryDays: 0,
    noticeDays: 3,
    leastResponses: 2,
    bandAboveFen: 10_000_000,
    bandUpToFen: null,
  },
  {
    ...example,
    ...open,
    jurisdiction: { code: '510185', zh: '简阳市' },
    mode: 'quotation',
    zh: '邀请比选（简阳市示例：先答疑三天）',
    en: 'Invited quotation (example of one district: three days of enquiry first)',
    responseDays: 7,
    enquiryDays: 3,
    noticeDays: 0,
    leastResponses: 3,
    bandAboveFen: 5_000_000,
    bandUpToFen: 40_000_000,
  },
] as const;

/** Enters the demo's own templates of modes, once. They must be there before the needs are published. */
export async function enterDemoTemplates(administrator: Client): Promise<void> {
  const { items } = await administrator.call(modeTemplates.list);
  for (const template of templates)
    if (!items.some(({ zh }) => zh === template.zh)) await administrator.call(modeTemplates.add, { body: template });
}
