// A program that has a mock on a data file, and changes it in code for each line on its standard input.
import { createMock } from '../../src/index.ts';

const mock = createMock({ data: process.argv[2] ?? '', lifecycle: 'manual' });
process.stdin.on('data', () => {
  mock.account('cg-test').faults.add({ id: 'by-code', status: 500 });
});
console.log('ready');
