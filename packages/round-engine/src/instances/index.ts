export { denseAssignment, denseOrSparseAssignment, sparseAssignment, type Assignment } from './assignment';
export { type FlowNetwork, isDimacs, readDimacs, roundOfNetwork } from './flow-network';
export { type GeneralisedAssignment, generalisedAssignments } from './generalised-assignment';
export { type HospitalsResidents, readHospitalsResidents } from './hospitals-residents';
export { numbersIn } from './numbers-in';
export { type SolvedGeneralisedAssignment, solveGeneralisedAssignment } from './solve-generalised-assignment';
export { checkNetwork, type SolvedNetwork, solveNetwork } from './solve-network';
export { Unreadable } from './unreadable';
