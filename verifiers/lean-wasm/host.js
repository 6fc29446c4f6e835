// What the WebAssembly build of Lean runs on: the files of this machine, and standard streams of bytes. Loaded by the
// main thread of lean.js, which patch.js has made.
const fs = require('fs');
const path = require('path');

/** Lines that this build prints about itself. */
const CHATTER = /^(\[DEBUG:| {2}- \/| {2}mainModule\?)/;

const wake = new Int32Array(new SharedArrayBuffer(4));
let input = Buffer.alloc(0);
let ended = false;

function writeAll(descriptor, bytes) {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += fs.writeSync(descriptor, bytes, done);
    } catch (e) {
      if (e.code !== 'EAGAIN') throw e;
    }
  }
}

function line(descriptor, text) {
  if (!CHATTER.test(text)) writeAll(descriptor, Buffer.from(text + '\n'));
}

/**
 * The next byte of standard input; undefined where a read that has some bytes must not wait for more, null at the end. While
 * it waits, it does what other threads ask the main thread to do: this thread is the only one that may open files.
 */
function nextByte(indexInRead, pump) {
  while (input.length === 0) {
    if (ended) return null;
    if (indexInRead > 0) return undefined;
    const chunk = Buffer.alloc(65536);
    try {
      const size = fs.readSync(0, chunk, 0, chunk.length);
      ended = size === 0;
      input = chunk.subarray(0, size);
    } catch (e) {
      if (e.code === 'EOF') ended = true;
      else if (e.code !== 'EAGAIN') throw e;
      else {
        pump();
        Atomics.wait(wake, 0, 0, 1);
      }
    }
  }
  const byte = input[0];
  input = input.subarray(1);
  return byte;
}

/** The Module that Emscripten's code starts from. */
exports.module = (root, pump) => {
  process.stdin.fd; // makes a pipe there one that is not waited for
  console.log = (text) => line(2, String(text));
  process.env.LEAN_PATH = [process.env.LEAN_PATH, path.join(root, 'lib', 'lean')].filter(Boolean).join(':');
  const module = {
    thisProgram: path.join(root, 'bin', 'lean'),
    print: (text) => line(1, text),
    printErr: (text) => line(2, text),
    stdin: (indexInRead) => nextByte(indexInRead, pump),
    preRun: [
      () => {
        // The build counts its own branches at exit, into a file of the folder that it runs in.
        Object.assign(module.ENV, process.env, { LLVM_PROFILE_FILE: '/dev/null' });
        // The build itself mounts /home and /tmp.
        for (const name of fs.readdirSync('/')) {
          const folder = '/' + name;
          if (!['home', 'tmp', 'proc', 'dev', 'sys'].includes(name) && fs.statSync(folder).isDirectory()) {
            module.FS.mkdirTree(folder);
            module.FS.mount(module.FS.filesystems.NODEFS, { root: folder }, folder);
          }
        }
      },
    ],
  };
  return module;
};

exports.writeAll = writeAll;
