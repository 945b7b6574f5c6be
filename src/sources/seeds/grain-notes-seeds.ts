// What Grain noted about some meetings of the seeded world: summaries, to-dos, clips, template notes.
import type { GrainSeed } from '../connectors/grain.ts';
import { guests, type Participant, staff } from './grain-people-seeds.ts';

type ActionItem = NonNullable<GrainSeed['ai_action_items']>[number];
type Notes = Pick<GrainSeed, 'ai_summary' | 'ai_action_items' | 'highlights' | 'ai_template_sections'>;

const summary = (...paragraphs: string[]) => ({ text: paragraphs.join('\n\n') });

const todo = (
  seconds: number,
  text: string,
  assignee: Participant | null,
  status: 'pending' | 'completed' = 'pending',
): ActionItem => ({
  status,
  timestamp_ms: seconds * 1_000,
  text,
  assignee: assignee && assigneeOf(assignee),
});

/** Only colleagues have a user of their own in Grain. */
const assigneeOf = ({ id = '', name = '', scope }: Participant) => ({
  id,
  name,
  user_id: scope === 'internal' ? id : null,
});

const highlight = (id: string, seconds: number, duration: number, speaker: Participant, text: string) => ({
  id,
  text,
  transcript: text,
  speakers: [speaker.name],
  timestamp: seconds * 1_000,
  duration: duration * 1_000,
  url: `https://grain.com/share/highlight/${id}`,
});

export const notes = {
  nordhavnReview: {
    ai_summary: summary(
      '## Where we stand',
      'Aarhus has been live on Quaymark Docks for fourteen weeks. Average truck turnaround fell from 74 ' +
        'to 51 minutes, and disputed deliveries went from eleven a month to two.',
      '## What Nordhavn wants next',
      '- Roll out to Odense and Esbjerg before the Easter peak\n' +
        '- Pallet counts for half pallets, which are still read as full ones\n' +
        '- A weekly PDF that Søren can forward to the hauliers',
      '## Risks',
      'Esbjerg has a single fibre line; Mette will not sign without a 4G fallback.',
    ),
    ai_action_items: [
      todo(412, 'Send the roll-out plan for Odense and Esbjerg with dates per dock', staff.luis),
      todo(1130, 'Share forty clips of half pallets from Aarhus for training', guests.soren, 'completed'),
      todo(1544, 'Quote a 4G fallback router for Esbjerg', staff.yuki),
      todo(2071, 'Decide who owns the weekly haulier report', null),
    ],
    highlights: [
      highlight('h-51min', 305, 24, guests.mette, 'Fifty-one minutes. I had to check that number twice.'),
      highlight(
        'h-half',
        1098,
        31,
        guests.soren,
        'A half pallet is not a small whole pallet, it is a problem.',
      ),
      highlight(
        'h-easter',
        1890,
        18,
        guests.mette,
        'If it is not in before Easter, it is not in before summer.',
      ),
    ],
    ai_template_sections: [
      { title: 'Goals', items: ['Two more sites by Easter', 'Fewer disputes with hauliers'] },
      { title: 'Metrics', items: ['Turnaround 74 → 51 min', 'Disputes 11 → 2 a month'] },
      { title: 'Sentiment', text: 'Positive; worried about connectivity in Esbjerg.' },
    ],
  },
  meridianPostMortem: {
    ai_summary: summary(
      '**What happened:** at 05:58 UTC a firmware push restarted all 34 cameras in Avonmouth, and 31 of ' +
        'them came back without a time source. Gate decisions were manual until 10:31.',
      '**Why:** the push skipped the staging group because the group was empty after the site was renamed.',
      '**What Meridian asks for:** no pushes between 04:00 and 12:00, and a number that a person answers.',
    ),
    ai_action_items: [
      todo(655, 'Refuse a firmware push when its staging group is empty', staff.henrik, 'completed'),
      todo(1402, 'Add quiet hours per site to the release calendar', staff.noor),
      todo(1980, 'Send Callum the credit note for November', staff.dana, 'completed'),
    ],
    highlights: [
      highlight(
        'h-empty',
        640,
        22,
        staff.henrik,
        'An empty staging group passed, because nothing in it failed.',
      ),
      highlight('h-phone', 1766, 15, guests.callum, 'I do not need a status page, I need a voice.'),
    ],
    ai_template_sections: null,
  },
  omalleyDemo: {
    ai_summary: summary(
      "O'Malley Freight runs 60 trailers through one yard near Limerick and loses about two hours a day " +
        'looking for them. Siobhán liked the trailer map and the weighbridge link.',
      'Budget is set in January. IT wants a security questionnaire first.',
    ),
    ai_action_items: [
      todo(1220, 'Send the security questionnaire answers', staff.yuki, 'completed'),
      todo(1675, 'Price sixty trailers with and without the weighbridge', staff.marcus),
    ],
    highlights: [
      highlight('h-lost', 288, 20, guests.siobhan, 'We do not lose trailers, we lose the morning.'),
    ],
    ai_template_sections: [
      { title: 'Pain', text: 'Two hours a day of searching for trailers.' },
      {
        title: 'Decision process',
        text: 'Siobhán decides; IT has a veto until the questionnaire is answered.',
      },
      { title: 'Next step', text: 'Quote before 19 December.' },
    ],
  },
  kitanoReview: {
    ai_summary: summary(
      '横浜第2倉庫での試験導入は予定どおり。ゲート認識率は 98.6%。',
      'The pilot in Yokohama warehouse 2 is on schedule. Kitano-san asks for a Japanese operator screen ' +
        'before the second gate, and for invoices in yen.',
    ),
    ai_action_items: [
      todo(930, 'Deliver the Japanese operator screen to the pilot site', staff.sam),
      todo(1508, 'Confirm the gate numbering of warehouse 3', guests.kenji),
    ],
    highlights: null,
    ai_template_sections: null,
  },
  roadmap: {
    ai_summary: summary(
      'Three bets for the first quarter: installs that a customer can do alone, counting of half pallets, ' +
        'and quiet hours. Marketplace integrations move to the second quarter.',
    ),
    ai_action_items: [
      todo(744, 'Write the one-pager on self-service installs', staff.aoife, 'completed'),
      todo(2210, 'Estimate the half-pallet model with the Aarhus clips', staff.henrik),
    ],
    highlights: null,
  },
  research: {
    ai_summary: summary(
      'Lena keeps a paper list beside the screen because the arrivals view forgets trucks that left early. ' +
        'She would drop it if departed trucks stayed visible until the end of the shift.',
    ),
    highlights: [
      highlight('h-paper', 512, 27, guests.lena, 'Der Zettel vergisst nichts – the paper forgets nothing.'),
    ],
  },
} satisfies Record<string, Notes>;
