import { downloadSeal, getSetUp, putSeal, removeSeal } from '@duijie/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { api } from '../../api/client';
import { useCall } from '../../api/use-call';
import { FilePick } from '../../kit/file-pick';
import { ProblemAlert } from '../../kit/problem-alert';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('set-up-seal', {
  zh: {
    how: '印在响应回执上，代替盖章处。请用透明底或白底的 PNG、JPEG，边长 100 到 2000 像素，不超过 1 MB。图片不是可靠的电子签名，协议仍须盖章或另行电子签署。',
    pick: '选择图片',
    replace: '换一张',
    remove: '移除',
    saved: '印章图片已保存',
    removed: '印章图片已移除',
    shown: '印章图片，{{w}}×{{h}} 像素',
    none: '还没有印章图片；没有时回执上不印章',
  },
  en: {
    how: 'Printed on receipts of responses where a seal would stand. PNG or JPEG on a transparent or white ground, 100 to 2,000 pixels a side, 1 MB at most. A picture is no reliable electronic signature: agreements are still sealed, or signed electronically elsewhere.',
    pick: 'Choose an image',
    replace: 'Replace it',
    remove: 'Remove',
    saved: 'The image of the seal is saved',
    removed: 'The image of the seal is removed',
    shown: 'Image of the seal, {{w}}×{{h}} pixels',
    none: 'There is no image yet; receipts bear no seal without one',
  },
});

const dataUrlOf = (content: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(content);
  });

/** The image as an address that the policy of the page lets it show. @param sha256 of the image, null without one */
function useSealImage(sha256: string | null) {
  const image = useQuery({
    queryKey: [downloadSeal.id, sha256],
    queryFn: async () => dataUrlOf((await api().download(downloadSeal)).content),
    enabled: sha256 !== null,
    retry: false,
  });
  return { url: sha256 === null ? null : (image.data ?? null), error: image.error };
}

/** Image of the seal, sent as soon as it is chosen. */
export function SealPart() {
  const t = useWords();
  const setUp = useCall(getSetUp, {});
  const put = useAct(putSeal, [getSetUp], t('saved'), true);
  const remove = useAct(removeSeal, [getSetUp], t('removed'));
  const seal = setUp.data?.seal ?? null;
  const { url, error } = useSealImage(seal?.sha256 ?? null);
  if (!setUp.data) return <Skeleton active />;
  const { version } = setUp.data;
  return (
    <>
      <p className="muted">{t('how')}</p>
      {seal && url ? (
        <p>
          <img
            className="set-up-seal"
            src={url}
            alt={t('shown', { w: seal.widthPx, h: seal.heightPx })}
            width={160}
            height={160}
          />
        </p>
      ) : null}
      {seal ? null : <p>{t('none')}</p>}
      <ProblemAlert error={put.error ?? error} />
      <div className="kit-row">
        <FilePick
          label={seal ? t('replace') : t('pick')}
          accept=".png,.jpg,.jpeg"
          loading={put.pending}
          onPick={(file) => put.act({ ifMatch: version, file: { name: file.name, content: file } })}
        />
        {seal ? (
          <Button disabled={remove.pending} onClick={() => remove.act({ ifMatch: version })}>
            {t('remove')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
