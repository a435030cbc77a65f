/**
 * Runs the independent Slack server in a network namespace that has a loopback interface and nothing else, since it
 * listens on all interfaces. Sockets of the file system, which namespaces share, lead in and out.
 *
 *   node namespace-relay.mjs BINARY CONFIG PORT SOCKET_IN [OUT_PORT SOCKET_OUT]
 */
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';

const [binary, config, port, socketIn, outPort, socketOut] = process.argv.slice(2);

const relay = (from, to) => {
  from.pipe(to).pipe(from);
  from.on('error', () => to.destroy());
  to.on('error', () => from.destroy());
};

const server = spawn(binary, ['--config', config, '--port', port, '--base-host', '127.0.0.1'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
server.on('exit', (code) => process.exit(code ?? 1));
process.on('exit', () => server.kill());
process.on('SIGTERM', () => process.exit(0));
// The one who started it is gone.
process.stdin.on('end', () => process.exit(0)).resume();

createServer((from) => relay(from, connect(Number(port), '127.0.0.1'))).listen(socketIn);
if (outPort) createServer((from) => relay(from, connect(socketOut))).listen(Number(outPort), '127.0.0.1');
