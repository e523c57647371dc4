import type { ActingFor } from '@duijie/contracts';
import { Link, useLocation } from 'react-router';
import { sideOf } from '../session/session';
import { useLanguage } from '../words/language';
import { places } from './navigation';

const isIn = (path: string, pathname: string): boolean =>
  path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);

/** Where whoever acts for this organisation can go; the place that one is in is marked. */
export function Navigation({ acting }: { readonly acting: ActingFor | null }) {
  const { say } = useLanguage();
  const { pathname } = useLocation();
  const side = acting ? sideOf(acting.kind) : null;
  const mine = places.filter(
    ({ sides, roles }) =>
      side !== null && sides.includes(side) && (roles === undefined || (acting && roles.includes(acting.role))),
  );
  const here = mine
    .filter(({ path }) => isIn(path, pathname))
    .toSorted((a, b) => b.path.length - a.path.length)[0]?.path;
  return (
    <ul className="shell-places">
      {mine.map((place) => (
        <li key={place.path}>
          <Link to={place.path} aria-current={place.path === here ? 'page' : undefined}>
            {say(place)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
