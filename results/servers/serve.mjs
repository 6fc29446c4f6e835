// An OpenAI-compatible server of others for the bundled model: node serve.mjs MODEL.gguf PORT
import { InferenceServer, createExpressServer } from 'inference-server';

const [, , location, port] = process.argv;
const server = new InferenceServer({
  log: 'info',
  concurrency: 1,
  models: {
    'vmcts-tiny': {
      task: 'text-completion',
      engine: 'node-llama-cpp',
      location,
      contextSize: 1024,
      device: { cpuThreads: 1, gpu: false },
    },
  },
});
await server.start();
createExpressServer(server).listen(Number(port), '127.0.0.1', () => console.log('listening'));
