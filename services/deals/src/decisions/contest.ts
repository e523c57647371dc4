import type { Lot } from '../lots/lot';

/** Whether several compete, so that term, least number and reasons count; the other modes are light. */
export const isContest = ({ mode }: Pick<Lot, 'mode'>): boolean => mode === 'quotation' || mode === 'open_call';
