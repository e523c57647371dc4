import { anyone, type PolicyOf } from '../policy';
import { endSession, startSession } from './session';
import { getOpenApiDocument, getSystemStatus } from './system-status';

export const gatewayRoutes = { startSession, endSession, getSystemStatus, getOpenApiDocument } as const;
export const gatewayPolicy = {
  startSession: [anyone()],
  endSession: [anyone()],
  getSystemStatus: [anyone()],
  getOpenApiDocument: [anyone()],
} satisfies PolicyOf<typeof gatewayRoutes>;
