/** The answer of a route without content. */
export const answerNothing = async (work: Promise<void>): Promise<undefined> => {
  await work;
  return undefined;
};
