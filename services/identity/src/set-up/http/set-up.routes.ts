import { identityRoutes } from '@duijie/contracts';
import { bind, NotFound, type BoundRoute } from '@duijie/service-kit';
import type { IdentityDeps } from '../../identity-deps';
import { changeSetUp } from '../change-set-up';

export function setUpRoutes(deps: IdentityDeps): readonly BoundRoute[] {
  const setUp = changeSetUp(deps);
  return [
    bind(identityRoutes.getSetUp, (ctx) => setUp.show(ctx)),
    bind(identityRoutes.changeSetUp, (ctx, { body, ifMatch }) => setUp.change(ctx, ifMatch, body)),
    bind(identityRoutes.putSeal, (ctx, { file, ifMatch }) => {
      if (!file) throw new Error('an upload route without a file');
      return setUp.putSeal(ctx, ifMatch, file);
    }),
    bind(identityRoutes.removeSeal, (ctx, { ifMatch }) => setUp.removeSeal(ctx, ifMatch)),
    bind(identityRoutes.downloadSeal, async (ctx) => {
      const { seal } = await setUp.read(ctx);
      if (!seal) throw new NotFound();
      const { stream, size } = await deps.files.open(seal.sha256);
      const fileName = seal.mediaType === 'image/png' ? '印章.png' : '印章.jpg';
      return { stream, size, mediaType: seal.mediaType, fileName };
    }),
  ];
}
