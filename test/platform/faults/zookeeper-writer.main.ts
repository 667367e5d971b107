import { connect } from 'node:net';

/*
 * A client of ZooKeeper that writes one node again and again without waiting, until so many of its writes are unanswered:
 * what any busy client does to a leader whose followers do not confirm. It speaks the protocol itself: a frame is its
 * length and its fields, one after the other.
 *
 * Usage: tsx zookeeper-writer.main.ts HOST PORT MOST_UNANSWERED WORD, which is said once it has a session
 */
const [host = '', port = '', most = '', word = ''] = process.argv.slice(2);

const NODE = text('/platform-writes');
const CREATE = 1;
const SET_DATA = 5;
const SESSION_TIMEOUT = 40_000;
/** 500 writes a second. */
const WRITES = { every: 10, atATime: 5 };
const LONGEST = 10 * 60_000;

function int(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(value);
  return buffer;
}

function sized(content: Buffer): Buffer {
  return Buffer.concat([int(content.length), content]);
}

function text(content: string): Buffer {
  return sized(Buffer.from(content));
}

function frame(...fields: readonly Buffer[]): Buffer {
  return sized(Buffer.concat(fields));
}

/** Protocol 0, nothing seen yet, a new session without a password. */
const HELLO = frame(int(0), Buffer.alloc(8), int(SESSION_TIMEOUT), Buffer.alloc(8), sized(Buffer.alloc(16)));
/** All may do all with it. It may be there: then this is refused, and all is well. */
const MAKE = frame(int(1), int(CREATE), NODE, text(''), int(1), int(31), text('world'), text('anyone'), int(0));

/** Whatever its version. */
function write(number: number): Buffer {
  return frame(int(number), int(SET_DATA), NODE, text('x'), int(-1));
}

let asked = 0;
let answered = 0;
let unread = Buffer.alloc(0);

const socket = connect({ host, port: Number(port) }, () => {
  socket.write(Buffer.concat([HELLO, MAKE]));
  asked = 2;
});
socket.on('data', (chunk: Buffer) => {
  unread = Buffer.concat([unread, chunk]);
  while (unread.length >= 4 && unread.length >= 4 + unread.readInt32BE()) {
    unread = unread.subarray(4 + unread.readInt32BE());
    if (answered === 0) process.stdout.write(`${word}\n`);
    answered += 1;
  }
});
socket.on('error', ({ message }) => process.stderr.write(`${message}\n`));
socket.on('close', () => process.exit());
setInterval(() => {
  // The session comes first: before it is there, nothing may be asked.
  if (answered < 1) return;
  for (let more = 0; more < WRITES.atATime && asked - answered < Number(most); more += 1)
    socket.write(write((asked += 1)));
}, WRITES.every);
setTimeout(() => process.exit(), LONGEST);
