import { yuanText, type Fen } from '@duijie/domain-kit';

/** An amount in a table of yuan: `10,500.00`. */
export const moneyCell = (amount: Fen): string => yuanText(amount).replaceAll(/\B(?=(\d{3})+(?!\d)\.)/g, ',');
