// How often a test repeats what it draws: little in `npm test`, more where there is time; see test/README.md.

const variable = 'CLOUDGLUE_MOCK_TEST_ROUNDS';
const factor = Number(process.env[variable] || 1);
if (!(factor >= 1)) throw new Error(`${variable} must be a number from 1, not "${process.env[variable]}"`);

/** So many runs, kills or requests in `npm test`, and as many times more as the variable says. */
export const rounds = (count: number): number => Math.ceil(count * factor);
