/**
 * Services that are a means to something: training, research, evaluation, volunteers. What they are about is told by the
 * package's other services: research on parking is no research on the whole place.
 */
export const meansLeaves: ReadonlySet<string> = new Set([
  'support.training',
  'support.research',
  'support.evaluation',
  'making.volunteer',
]);
