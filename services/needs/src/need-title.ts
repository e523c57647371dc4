const longest = 30;
const clauseEnd = /[。,.;!?\uFF0C\uFF1B\uFF01\uFF1F\n\r]|\s{2,}/u;
const politeStart = /^(?:您好|你好|大家好|请问|我们想|我们希望|我们需要|我想|希望|想要|想)[,:\uFF0C\uFF1A\s]*/u;

/**
 * Proposes a title: the first clause of the description that says something.
 * @param description the poster's own words
 * @returns 2–30 characters
 */
export function titleFrom(description: string): string {
  const clauses = description
    .split(clauseEnd)
    .map((clause) => clause.trim().replace(politeStart, '').trim())
    .filter((clause) => clause.length > 0);
  const clause = clauses.find((each) => [...each].length >= 4) ?? clauses.join(' ');
  const characters = [...clause];
  const title = characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : clause;
  return title.length >= 2 ? title : '未命名需求';
}
