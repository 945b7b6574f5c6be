// The client of these tests as a command: `node --import tsx test/clients/run.ts [MISTAKE]`.
import { type Mistake, runClient } from './client.ts';

const { CLOUDGLUE_BASE_URL: baseUrl = '', CLOUDGLUE_API_KEY: key = '' } = process.env;
await runClient({ baseUrl, key }, process.argv[2] as Mistake | undefined).catch((error: Error) => {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
});
