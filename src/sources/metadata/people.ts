// People and subjects that metadata names where a seed names none: those of the seeded company and its customers.
import type { Draw } from '../../util/random.ts';
import { guests, type Participant, staff } from '../seeds/grain-people-seeds.ts';

interface Person {
  name: string;
  email: string | null;
}

const personOf = ({ name = '', email = null }: Participant): Person => ({ name, email });
const colleagues = Object.values(staff).map(personOf);
const customers = Object.values(guests).map(personOf);

const subjects = [
  'Pricing',
  'Rollout plan',
  'Camera placement',
  'Integration',
  'Security review',
  'Next steps',
];

const oneOf = <Value>(draw: Draw, values: readonly Value[]): Value =>
  values[draw.integer(0, values.length - 1)] as Value;

export const colleague = (draw: Draw): Person => oneOf(draw, colleagues);
export const customer = (draw: Draw): Person => oneOf(draw, customers);

/** So many different subjects, at most six. */
export function someSubjects(draw: Draw, count: number): string[] {
  const first = draw.integer(0, subjects.length - 1);
  return [...subjects.slice(first), ...subjects.slice(0, first)].slice(0, count);
}
