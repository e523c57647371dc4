export { certify } from './certificate/certify';
export { checkCertificate } from './certificate/check-certificate';
export { solveRound } from './solver/solve-round';
export type { RoundInstance } from './round-instance';
