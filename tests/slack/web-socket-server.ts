/** Just enough of RFC 6455 for a test: text frames out, masked text frames in, pings answered. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const [TEXT, CLOSE, PING, PONG] = [1, 8, 9, 10];

export interface ServerSocket {
  send(text: string): void;
  close(): void;
}

export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  { onText, onClose }: { readonly onText: (text: string) => void; readonly onClose: () => void },
): ServerSocket {
  const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${GUID}`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let held = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    for (let frame = readFrame(held); frame; frame = readFrame(held)) {
      held = held.subarray(frame.size);
      if (frame.opcode === TEXT) onText(frame.payload.toString());
      else if (frame.opcode === PING) socket.write(writeFrame(PONG, frame.payload));
      else if (frame.opcode === CLOSE) {
        socket.write(writeFrame(CLOSE, frame.payload));
        socket.end();
      }
    }
  });
  socket.on('close', onClose);
  socket.on('error', () => socket.destroy());
  return {
    send: (text) => socket.write(writeFrame(TEXT, Buffer.from(text))),
    close: () => socket.destroy(),
  };
}

function writeFrame(opcode: number, payload: Buffer): Buffer {
  const length =
    payload.length < 126
      ? Buffer.from([payload.length])
      : payload.length < 65_536
        ? Buffer.from([126, payload.length >> 8, payload.length & 255])
        : Buffer.concat([Buffer.from([127, 0, 0, 0, 0]), uint32(payload.length)]);
  return Buffer.concat([Buffer.from([0x80 | opcode]), length, payload]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function readFrame(bytes: Buffer): { opcode: number; payload: Buffer; size: number } | undefined {
  if (bytes.length < 2) return undefined;
  const [first = 0, second = 0] = bytes;
  const short = second & 127;
  const extended = short === 126 ? 2 : short === 127 ? 8 : 0;
  const masked = (second & 128) !== 0 ? 4 : 0;
  const head = 2 + extended + masked;
  if (bytes.length < head) return undefined;
  const length = extended === 2 ? bytes.readUInt16BE(2) : extended === 8 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (bytes.length < head + length) return undefined;
  const mask = bytes.subarray(head - masked, head);
  const payload = Buffer.from(bytes.subarray(head, head + length));
  if (masked) for (let i = 0; i < payload.length; i += 1) payload[i] = (payload[i] ?? 0) ^ (mask[i % 4] ?? 0);
  return { opcode: first & 15, payload, size: head + length };
}
