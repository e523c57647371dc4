/**
 * Words of asking that say nothing of what is asked for, longest first. They stand in many documents by chance, and would
 * bring those to the top.
 */
const noise =
  /请问|有没有|哪里有|哪儿有|哪里|哪儿|怎么办|怎么搞|怎么弄|怎么做|怎么样|怎样|怎么|如何|为什么|什么|谁来管|谁来|谁能|想要|想找个?|想请个?|我想|我们|你们|他们|大家|需要|帮忙|帮我|求助|一下|一个|能不能|可不可以|可以|老是|总是|经常/gu;
/** Particles that end a sentence. */
const endings = /[了吗呢啊吧呀的嘛]+(?=$|[\s。、,.?!\uFF0C\uFF1F\uFF01])/gu;
const says = /\p{Script=Han}{2}|[\p{L}\p{N}]{2}/u;

/** @returns the words without the noise; as they were when nothing else is said */
export function dropNoise(words: string): string {
  const left = words.replaceAll(noise, ' ').replaceAll(endings, '').replaceAll(/\s+/gu, ' ').trim();
  return says.test(left) ? left : words;
}
