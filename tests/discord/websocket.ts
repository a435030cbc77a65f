/** A WebSocket server as far as a test needs it (RFC 6455): text, close, ping; no extensions, no fragments. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 0x1;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;

export interface Peer {
  send(text: string): void;
  /** Closes with a code, or breaks the connection without one. */
  close(code?: number): void;
}

/** Answers the upgrade. `onText` gets what the other side says. */
export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  { onText, onClose }: { readonly onText: (text: string) => void; readonly onClose: () => void },
): Peer {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}${GUID}`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let held = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    for (let frame = readFrame(held); frame; frame = readFrame(held)) {
      held = held.subarray(frame.length);
      if (frame.opcode === TEXT) onText(frame.payload.toString());
      else if (frame.opcode === PING) socket.write(writeFrame(PONG, frame.payload));
      else if (frame.opcode === CLOSE) socket.end(writeFrame(CLOSE, frame.payload));
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', onClose);
  return {
    send: (text) => {
      if (socket.writable) socket.write(writeFrame(TEXT, Buffer.from(text)));
    },
    close: (code) => {
      if (code === undefined) socket.destroy();
      else {
        const payload = Buffer.alloc(2);
        payload.writeUInt16BE(code);
        socket.end(writeFrame(CLOSE, payload));
      }
    },
  };
}

function readFrame(bytes: Buffer): { opcode: number; payload: Buffer; length: number } | undefined {
  if (bytes.length < 2) return undefined;
  const opcode = (bytes[0] ?? 0) & 0x0f;
  const short = (bytes[1] ?? 0) & 0x7f;
  const isMasked = ((bytes[1] ?? 0) & 0x80) !== 0;
  const head = 2 + (short === 126 ? 2 : short === 127 ? 8 : 0);
  if (bytes.length < head + (isMasked ? 4 : 0)) return undefined;
  const size = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  const start = head + (isMasked ? 4 : 0);
  if (bytes.length < start + size) return undefined;
  const payload = Buffer.from(bytes.subarray(start, start + size));
  if (isMasked) for (let i = 0; i < size; i += 1) payload[i] = (payload[i] ?? 0) ^ (bytes[head + (i % 4)] ?? 0);
  return { opcode, payload, length: start + size };
}

function writeFrame(opcode: number, payload: Buffer): Buffer {
  const size = payload.length;
  const head = Buffer.alloc(size < 126 ? 2 : size < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  head[1] = size < 126 ? size : size < 65_536 ? 126 : 127;
  if (size >= 65_536) head.writeBigUInt64BE(BigInt(size), 2);
  else if (size >= 126) head.writeUInt16BE(size, 2);
  return Buffer.concat([head, payload]);
}
