import { listDistricts } from '@duijie/contracts';
import { Skeleton } from 'antd';
import { useCall } from '../api/use-call';
import { defineWords } from '../words/define-words';
import './tile-map.css';

const useWords = defineWords('tile-map', {
  zh: { managed: '管理区，不是行政区划', note: '示意图：方格表示大致方位，不表示边界' },
  en: {
    managed: 'Managing district without a code of its own',
    note: 'A sketch: tiles stand roughly where districts lie, and claim no borders',
  },
});

/**
 * The city's districts as tiles that claim no borders: buttons where `onToggle` is given, else a picture with a list.
 * @param selected names of districts @param counts shown on each tile, by name
 */
export function TileMap({
  label,
  selected,
  counts,
  onToggle,
}: {
  readonly label: string;
  readonly selected: readonly string[];
  readonly counts?: ReadonlyMap<string, number>;
  readonly onToggle?: (district: string) => void;
}) {
  const t = useWords();
  const { data } = useCall(listDistricts, {});
  if (!data) return <Skeleton.Node active style={{ width: '100%', height: 220 }} />;
  const most = Math.max(1, ...(counts?.values() ?? []));
  return (
    <figure className="tile-map">
      <ul className="tile-map-grid" aria-label={label}>
        {data.items.map(({ code, name, managing, tile }) => {
          const count = counts?.get(name);
          const chosen = selected.includes(name);
          const inside = (
            <>
              <span className="tile-map-name">{name.replace(/(?<=..)新区$|[区县市]$/, '')}</span>
              {counts ? <span className="tile-map-count">{count ?? 0}</span> : null}
            </>
          );
          const look = {
            className: `tile-map-tile${chosen ? ' tile-map-chosen' : ''}${managing ? ' tile-map-managing' : ''}`,
            title: managing ? `${name} · ${t('managed')}` : name,
            style: chosen || !counts ? {} : { background: `rgb(31 95 91 / ${((count ?? 0) / most) * 26}%)` },
          };
          return (
            <li key={code} style={{ gridColumn: tile.column + 1, gridRow: tile.row + 1 }}>
              {onToggle ? (
                <button type="button" {...look} aria-pressed={chosen} onClick={() => onToggle(name)}>
                  {inside}
                </button>
              ) : (
                <span {...look} aria-hidden={!chosen}>
                  {inside}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <figcaption className="tile-map-note">{t('note')}</figcaption>
    </figure>
  );
}
