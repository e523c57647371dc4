import { createHash } from 'node:crypto';

const style = `:root{color-scheme:light dark}
body{font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:40rem;margin:12vh auto;padding:0 1.5rem}
h1{font-size:1.6rem;margin:0}
p{margin:.4rem 0}
section{margin-top:2rem}
a{color:#1668dc}`;

/** Scripts none, styles only the one of the page. */
export const landingPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const links = (reference: string, status: string): string =>
  `<p><a href="/api/docs">${reference}</a> · <a href="/api/v1/status">${status}</a></p>`;

/** What stands at `/` where the console was not built. @param demo whether the data are invented */
export const landingPage = (demo: boolean): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>对接 Duijie</title>
<style>${style}</style>
</head>
<body>
<h1>对接 Duijie</h1>
<p>社区治理需求与服务包的对接平台</p>
${demo ? '<p>演示系统：机构、需求和服务包均为虚构。</p>\n' : ''}${links('接口文档', '系统状态')}
<p>这里提供接口；网页端（services/web）没有构建：npm run build。</p>
<section lang="en">
<p>A marketplace that matches the governance needs of communities with service packages.</p>
${demo ? '<p>Demonstration: all organisations, needs and packages are invented.</p>\n' : ''}${links('API reference', 'Status')}
<p>This address serves the interface; the console (services/web) was not built: npm run build.</p>
</section>
</body>
</html>
`;
