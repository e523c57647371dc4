import { getSystemStatus } from '@duijie/contracts';
import { useEffect, useState } from 'react';
import { useCall } from '../api/use-call';

const renewedMs = 30_000;

/** The system's time in ms, not this computer's, which may be wrong; renewed every 30 s. */
export function useNow(): number {
  const { data, dataUpdatedAt } = useCall(getSystemStatus, {});
  const [own, setOwn] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setOwn(Date.now()), renewedMs);
    return () => clearInterval(timer);
  }, []);
  return data ? own + (Date.parse(data.now) - dataUpdatedAt) : own;
}
