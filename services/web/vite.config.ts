import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// oxlint-disable-next-line import/no-default-export -- Vite reads the default export
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@duijie/source', 'module', 'browser', 'import', 'default'] },
  build: { target: 'es2023', outDir: 'dist', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200, sourcemap: false },
  // The gateway takes changes from its own address only: it must see the address that the browser sees.
  server: {
    proxy: {
      '/api': { target: 'http://127.0.0.1:4180', changeOrigin: true, headers: { origin: 'http://127.0.0.1:4180' } },
    },
  },
});
