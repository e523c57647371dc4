import type { TaxonomyIndex } from '../taxonomy/build-taxonomy-index';
import { findPhrases } from '../taxonomy/find-phrases';
import { splitLimits } from '../text/split-limits';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Characters that stand between words: of grammar, of counting, and verbs that go with anything. */
const BETWEEN =
  /[的了是在有和与为被把给让从向于到去来想要请不没上下这那个们也都就又还很会能可以多少大小里外前后做办弄搞找一二两三四五六七八九十几第回次场套台户处年月日人]/u;
const LOOSE = /^\p{Script=Han}$/u;
const WORD = /^\p{Script=Han}{2,8}$/u;
/** Words of grammar and of every need: they name no service. */
const COMMON =
  /^(?:我们|你们|他们|大家|这个|那个|一个|什么|怎么|可以|需要|希望|想要|想请|能否|是否|没有|已经|现在|最近|时候|问题|情况|小区|社区|院落|居民|业主|物业|公司|单位|街道|有人|帮忙|解决|进行|提供|服务|工作|开展|经常|很多|比较|以及|或者|因为|所以|第一|第二|第三)$/u;

/**
 * Finds the words of a text that the taxonomy does not know yet, for corrections to be counted by.
 *
 * @param taxonomy its phrases are known @param text what somebody wrote; what it rules out is left out
 * @param most how many at most
 * @returns words of 2 to 8 characters in the order of the text, each once
 */
export function wordsToLearn(taxonomy: TaxonomyIndex, text: string, most: number): string[] {
  const { said } = splitLimits(text);
  const known = findPhrases(taxonomy, said).map(({ phrase }) => phrase);
  const words = new Set<string>();
  const take = (word: string): void => {
    if (words.size < most && WORD.test(word) && !COMMON.test(word) && !known.some((phrase) => phrase.includes(word)))
      words.add(word);
  };
  // What the dictionary does not know it gives character by character: together they are the local word.
  let loose = '';
  for (const { segment } of segmenter.segment(said)) {
    if (LOOSE.test(segment) && !BETWEEN.test(segment)) {
      loose += segment;
      continue;
    }
    take(loose);
    loose = '';
    take(segment);
  }
  take(loose);
  return [...words];
}
