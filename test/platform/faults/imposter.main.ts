import { createServer } from 'node:http';

/*
 * What answers where something else was before: a web server. It answers what is no HTTP at all, too.
 *
 * Usage: tsx imposter.main.ts HOST PORT
 */
const [host = '', port = ''] = process.argv.slice(2);

const server = createServer((_, response) => {
  response.end('It works!\n');
});
server.on('clientError', (_, socket) => {
  socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
});
server.listen(Number(port), host);
