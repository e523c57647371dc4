import { administrator, anyone, type PolicyOf } from '../policy';
import { endSession, startSession } from './session';
import { forwardClock, getOpenApiDocument, getSystemStatus } from './system-status';

export const gatewayRoutes = { startSession, endSession, getSystemStatus, getOpenApiDocument, forwardClock } as const;
export const gatewayPolicy = {
  startSession: [anyone()],
  endSession: [anyone()],
  getSystemStatus: [anyone()],
  getOpenApiDocument: [anyone()],
  forwardClock: [administrator()],
} satisfies PolicyOf<typeof gatewayRoutes>;
