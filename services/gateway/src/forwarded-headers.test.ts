import { forwardedHeaders } from './forwarded-headers';

test('leaves out what belongs to one connection, what Connection names, and what is asked for', () => {
  const headers = {
    connection: 'keep-alive, X-Secret',
    'keep-alive': 'timeout=5',
    'transfer-encoding': 'chunked',
    te: 'trailers',
    upgrade: 'h2c',
    'x-secret': '1',
    cookie: 'a=1',
    accept: '*/*',
    'if-match': '"3"',
    'set-cookie': ['a=1', 'b=2'],
  };
  expect(forwardedHeaders(headers, ['cookie'])).toEqual({
    accept: '*/*',
    'if-match': '"3"',
    'set-cookie': ['a=1', 'b=2'],
  });
});
