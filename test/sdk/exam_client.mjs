// An application of the official JavaScript SDK, as its documentation shows it. It leaves everything to the SDK: it tries
// nothing again. The release that npm's registry has knows files and collections, and no connectors. Run in an exam by
// test/sdk/exam.sh, in a folder that has the SDK.
import { createRequire } from 'node:module';

const { CloudGlue } = createRequire(`${process.env.SDK_FOLDER}/`)('@aviaryhq/cloudglue-js');
const { CLOUDGLUE_BASE_URL: baseUrl, CLOUDGLUE_API_KEY: apiKey } = process.env;
const client = new CloudGlue({ apiKey, baseUrl });

try {
  const file = new File(['...'], 'talk.mp4', { type: 'video/mp4' });
  const { data } = await client.files.uploadFile({ file });
  const ready = await client.files.waitForReady(data.id, { pollingInterval: 1_000, maxAttempts: 5 });
  const files = await client.files.listFiles({ limit: 50 });
  if (!files.data.some(({ id }) => id === ready.id)) throw new Error('the file is not listed');
} catch (error) {
  console.error(`${error.name}: ${error.message} (status ${error.statusCode})`);
  process.exitCode = 1;
}
