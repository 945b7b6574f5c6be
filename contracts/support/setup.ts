// What a test with Pact's mock server needs of its process, once for all files.
import './no-keep-alive.ts';
import '../../src/pact.ts';
