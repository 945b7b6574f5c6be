// Says what is missing where a test runner's environment hides what every Node.js has, before anything needs it.

const missing = ['Request', 'Response', 'Headers', 'ReadableStream'].filter((name) => !(name in globalThis));

if (missing.length > 0) {
  throw new Error(
    `cloudglue-mock needs the globals ${missing.join(', ')}, which Node.js has and this environment (jsdom, in Jest?) hides. Put "@jest-environment node" in a comment at the top of the test file, or set testEnvironment to jest-fixed-jsdom.`,
  );
}
