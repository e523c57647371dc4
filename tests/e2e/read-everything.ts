import { allRoutes, excelSheets } from '@duijie/contracts';
import { textOfAnswer, type AnswerForm } from './text-of-answer';

/** Parameters of paths that belong together: a response and its document. */
export type Known = Readonly<Record<string, string>>;

/**
 * Asks every GET route whose parameters are known, each list as a workbook too, and each search with every word.
 * @param headers who asks @param known a route is asked with each entry that has all of its parameters @param words that are searched for
 * @returns all that was read, by the form in which it came
 */
export async function readEverything(
  url: string,
  headers: Readonly<Record<string, string>>,
  known: readonly Known[],
  words: readonly string[] = [],
): Promise<Record<AnswerForm, string>> {
  const read: Record<AnswerForm, string[]> = { text: [], paper: [], workbook: [] };
  const paths = new Set<string>();
  for (const route of allRoutes) {
    if (route.method !== 'GET' || route.internal || route.id === 'streamNotices') continue;
    const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
    for (const entry of names.length === 0 ? [{} as Known] : known) {
      if (!names.every((name) => name in entry)) continue;
      const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => entry[name] ?? '');
      paths.add(path);
      if (route.id in excelSheets) paths.add(`${path}?format=xlsx`);
    }
  }
  for (const word of words)
    for (const route of ['search', 'search/suggest']) paths.add(`/${route}?q=${encodeURIComponent(word)}`);
  for (const path of paths) {
    const answer = await fetch(`${url}/api/v1${path}`, { headers: { accept: 'application/json', ...headers } });
    expect({ path, status: answer.status }).not.toEqual({ path, status: 429 });
    const { form, text } = textOfAnswer(new Uint8Array(await answer.arrayBuffer()));
    read[form].push(text);
  }
  return { text: read.text.join('\n'), paper: read.paper.join('\n'), workbook: read.workbook.join('\n') };
}
