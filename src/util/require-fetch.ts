// Fails early, and says why, where a test runner's environment hides globals that Node.js has.

const missing = ['Request', 'Response', 'Headers', 'ReadableStream'].filter((name) => !(name in globalThis));

if (missing.length > 0) {
  throw new Error(
    `cloudglue-mock needs the globals ${missing.join(', ')}, which Node.js has and this environment (jsdom, in Jest?) hides. Put "@jest-environment node" in a comment at the top of the test file, or set testEnvironment to jest-fixed-jsdom.`,
  );
}
