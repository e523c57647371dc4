import type { LotView, ResponseInput, ResponseView } from '@duijie/contracts';

/** A response while it is being written: what is sent, with every component of the lot in its order. */
export type ResponseDraft = ResponseInput;

const componentsOf = (lot: LotView, given: ResponseDraft['components']): ResponseDraft['components'] =>
  lot.components.map(
    (code) => given.find((one) => one.code === code) ?? { code, organisationId: null, amountFen: null },
  );

export const blankDraft = (lot: LotView): ResponseDraft => ({
  packageId: null,
  components: componentsOf(lot, []),
  plan: '',
  team: [],
  milestones: [],
  note: '',
  memberIds: [],
});

/** @returns what was sent before, to be worked on; null where it may not be read */
export function draftOf(lot: LotView, response: ResponseView | null): ResponseDraft | null {
  if (!response?.content) return null;
  const { packageVersion: _version, salt: _salt, ...content } = response.content;
  const members = response.parties.filter(({ leads, state }) => !leads && state !== 'declined');
  return {
    ...content,
    components: componentsOf(lot, content.components),
    memberIds: members.map(({ organisationId }) => organisationId),
  };
}

/** @returns what is sent: lines that nobody filled in are left out */
export function inputOf(draft: ResponseDraft): ResponseDraft {
  return {
    ...draft,
    team: draft.team.filter(({ name, role, qualification }) => name !== '' || role !== '' || qualification !== null),
    milestones: draft.milestones.filter(
      ({ title, dueOn, amountFen }) => title !== '' || dueOn !== null || amountFen !== null,
    ),
  };
}

/** Whether price counts: not for a fixed sum, and not without money. */
export const priceCounts = (lot: LotView): boolean =>
  lot.need.money.kind === 'range' || lot.need.money.kind === 'unknown';

/** Whether responses are compared with each other, so that each must be complete. */
export const isContest = ({ mode, terms }: LotView): boolean =>
  mode === 'quotation' || mode === 'open_call' || terms.evaluation === 'price' || terms.evaluation === 'scored';

export const totalOf = (draft: ResponseDraft): number | null => {
  const amounts = draft.components.flatMap(({ amountFen }) => (amountFen === null ? [] : [amountFen]));
  return amounts.length === 0 ? null : amounts.reduce((sum, one) => sum + one, 0);
};
