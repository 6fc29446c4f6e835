// `lean --server` for one document: what Lean's watchdog does, around `lean --worker`. WebAssembly cannot start processes.
const { spawn } = require('child_process');
const path = require('path');

const options = process.argv.slice(2).filter((word) => word !== '--server');
let initialize;
let worker;

function readFrames(stream, take) {
  let text = Buffer.alloc(0);
  stream.on('data', (more) => {
    text = Buffer.concat([text, more]);
    for (;;) {
      const head = text.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: *(\d+)/i.exec(text.subarray(0, head).toString())[1]);
      const end = head + 4 + length;
      if (text.length < end) return;
      take(JSON.parse(text.subarray(head + 4, end).toString()));
      text = text.subarray(end);
    }
  });
}

function writeFrame(stream, message) {
  const body = Buffer.from(JSON.stringify(message));
  stream.write(`Content-Length: ${body.length}\r\n\r\n`);
  stream.write(body);
}

function start(open) {
  const uri = open.params.textDocument.uri;
  worker = spawn(
    process.execPath,
    ['--stack-size=4000', path.join(__dirname, 'lean.js'), '--worker', ...options, uri],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, LEAN_WASM_FRAMES: '1' } }
  );
  readFrames(worker.stdout, (message) => writeFrame(process.stdout, message));
  worker.stderr.on('data', (text) => {
    process.stderr.write(text);
    // A thread without memory takes no other with it.
    if (String(text).includes('INTERNAL PANIC')) worker.kill('SIGKILL');
  });
  worker.on('exit', () => process.exit(1));
  worker.stdin.on('error', () => {});
  writeFrame(worker.stdin, initialize);
  writeFrame(worker.stdin, { ...open, params: { ...open.params, dependencyBuildMode: 'never' } });
}

function end(status) {
  worker?.kill('SIGKILL');
  process.exit(status);
}

readFrames(process.stdin, (message) => {
  switch (message.method) {
    case 'initialize':
      initialize = message;
      writeFrame(process.stdout, { jsonrpc: '2.0', id: message.id, result: { capabilities: {} } });
      break;
    case 'initialized':
      break;
    case 'textDocument/didOpen':
      start(message);
      break;
    case 'shutdown':
      writeFrame(process.stdout, { jsonrpc: '2.0', id: message.id, result: null });
      break;
    case 'exit':
      end(0);
      break;
    default:
      if (worker) writeFrame(worker.stdin, message);
  }
});
process.stdin.on('end', () => end(0));
