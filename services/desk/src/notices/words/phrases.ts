import type { NoticeFacts, Words } from '../notice';

/** The need's title in the quotation marks of each language. */
export const needOf = ({ needTitle }: NoticeFacts): Words =>
  needTitle === undefined || needTitle === ''
    ? { zh: '需求', en: 'the need' }
    : { zh: `《${needTitle}》`, en: `“${needTitle}”` };

/** The other organisation, or a word for it. */
export const otherOf = ({ other }: NoticeFacts, otherwise: Words): Words =>
  other === undefined || other === null || other === '' ? otherwise : { zh: other, en: other };

/** The reason as a sentence of its own, where there is one. */
export function reasonOf({ reason }: NoticeFacts, label: Words = { zh: '原因', en: 'Reason' }): Words | undefined {
  if (reason === undefined || reason === null || reason === '') return undefined;
  const { zh, en } = typeof reason === 'string' ? { zh: reason, en: reason } : reason;
  return { zh: `${label.zh}：${zh}`, en: `${label.en}: ${en}` };
}
